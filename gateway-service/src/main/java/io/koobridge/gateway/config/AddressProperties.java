package io.koobridge.gateway.config;

import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One production address.
 *
 * @param path as KooGallery calls it, for example {@code /koogallery/saas}
 * @param edition which KooGallery calls it; the Chinese one unless set
 */
public record AddressProperties(
        @Nullable String path, @Nullable AddressKind kind, Edition edition, KeysProperties keys) {

    /** What stands in a URL as it is, so that a call's path can be compared without decoding it. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    private static final int LONGEST_PATH = 200;
    private static final Pattern OURS = Pattern.compile("/(actuator|internal)(/.*)?");

    public AddressProperties(
            @Nullable String path,
            @Nullable AddressKind kind,
            @Nullable Edition edition,
            @Nullable KeysProperties keys) {
        this.path = path;
        this.kind = kind;
        this.edition = Objects.requireNonNullElse(edition, Edition.CN);
        this.keys = keys == null ? new KeysProperties(null, null, null) : keys;
    }

    /**
     * The address itself.
     *
     * @param name of this address among the settings
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    ProductionAddress address(String name) {
        return new ProductionAddress(
                checkedPath(name + ".path"),
                Invalid.ifAbsent(kind, name + ".kind"),
                edition,
                keys.addressKeys(name + ".keys"));
    }

    private String checkedPath(String name) {
        var given = Invalid.ifAbsent(path, name);
        boolean proper = PATH.matcher(given).matches() && given.length() <= LONGEST_PATH;
        Invalid.when(
                !proper,
                name,
                "must be 1 to %d characters such as /koogallery/saas, is '%s'".formatted(LONGEST_PATH, given));
        Invalid.when(OURS.matcher(given).matches(), name, "is taken by the service itself: " + given);
        return given;
    }
}
