package io.koobridge.simulator.applying;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A buyer's machine as the desktop SDK sees it; what it cannot read is left empty (license §3.5). */
public record Device(
        @Nullable List<String> macAddresses,
        @Nullable List<String> diskIds,
        @Nullable String boardId,
        @Nullable String cpuId) {

    /** {@code macAddr|diskId|boardId|cpuId}, in upper case. */
    public String fingerprint() {
        return String.join("|", joined(macAddresses), joined(diskIds), text(boardId), text(cpuId))
                .toUpperCase(Locale.ROOT);
    }

    private static String joined(@Nullable List<String> values) {
        return values == null ? "" : String.join(",", values);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
