package io.koobridge.simulator.applying;

import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.life.Sale;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An application as asked for; everything may be left out.
 *
 * @param effectiveTime sent as it is
 * @param expireTime sent as it is
 * @param timesAs how made-up times are written
 */
public record ApplyWish(
        @Nullable String eventId,
        @Nullable String effectiveTime,
        @Nullable String expireTime,
        @Nullable Boolean expireTimeSent,
        @Nullable TimeForm timesAs,
        @Nullable String deviceFingerprint,
        @Nullable Device device,
        @Nullable Boolean fingerprintSent) {
    /** What the desktop SDK makes; the field's table says 1,024 (license §9, 12). */
    private static final int LONGEST_FINGERPRINT = 5120;

    private static final int LONGEST_TIME = 200;
    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    String event() {
        String event =
                Objects.requireNonNullElseGet(eventId, () -> UUID.randomUUID().toString());
        if (!EVENT_ID.matcher(event).matches()) {
            throw new IllegalArgumentException("eventId must be 1 to 64 letters, digits or -");
        }
        return event;
    }

    /** The members of the call besides activity, instance and event. */
    Map<String, Object> members(Sale sale, String event, Till till) {
        TimeForm form = Objects.requireNonNullElse(timesAs, TimeForm.DOCUMENTED);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "effectiveTime", time(Objects.requireNonNullElseGet(effectiveTime, () -> form.written(till.now()))));
        String end = end(sale, form);
        if (end != null) {
            members.put("expireTime", time(end));
        }
        String fingerprint = fingerprint(sale, event);
        if (fingerprint != null) {
            members.put("deviceFingerprint", fingerprint);
        }
        return members;
    }

    private @Nullable String end(Sale sale, TimeForm form) {
        if (Boolean.FALSE.equals(expireTimeSent)) {
            return null;
        }
        Instant paid = sale.books().expiresAt();
        return expireTime != null || paid == null ? expireTime : form.written(paid);
    }

    private @Nullable String fingerprint(Sale sale, String event) {
        if (device != null && deviceFingerprint != null) {
            throw new IllegalArgumentException("device makes the fingerprint: leave deviceFingerprint out");
        }
        if (Boolean.FALSE.equals(fingerprintSent)) {
            return null;
        }
        String said = device == null ? deviceFingerprint : device.fingerprint();
        if (said == null && sale.listing().license().deviceBound()) {
            return new Device(
                            List.of("0a:1b:2c:3d:4e:5f"),
                            List.of("SSD_" + Integer.toHexString(event.hashCode())),
                            null,
                            "CPUID0001")
                    .fingerprint();
        }
        if (said != null && said.length() > LONGEST_FINGERPRINT) {
            throw new IllegalArgumentException("a fingerprint has at most " + LONGEST_FINGERPRINT + " characters");
        }
        return said;
    }

    private static String time(String text) {
        if (text.length() > LONGEST_TIME) {
            throw new IllegalArgumentException(
                    "effectiveTime and expireTime have at most " + LONGEST_TIME + " characters");
        }
        return text;
    }
}
