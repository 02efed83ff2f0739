package io.koobridge.gateway.config;

import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One production address.
 *
 * @param path required: as KooGallery calls it, for example {@code /koogallery/saas}; at most 200 characters
 * @param kind required: what is sold through it; or {@code ORDERS}, which tells of orders and sells nothing
 * @param edition which KooGallery calls it; {@code CN} is the Chinese one
 * @param changeRefusedCode six digits; answers a {@code changeInstanceCheck} for a change that the product does not allow
 * @param keys the access keys that KooGallery signs with
 */
@ConfigurationPropertiesSource
public record AddressProperties(
        @Nullable String path,
        @Nullable AddressKind kind,
        @DefaultValue("cn") Edition edition,
        @DefaultValue(AddressCodes.USUAL_CHANGE_REFUSED) String changeRefusedCode,
        @DefaultValue KeysProperties keys) {

    /** What stands in a URL as it is, so that a call's path can be compared without decoding it. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    /** Proxies and clients take such a segment out before anybody can compare it (RFC 3986 §5.2.4). */
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(/|$)");

    private static final int LONGEST_PATH = 200;
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    /** Each of the codes up to this one says something else than no (saas-v2 §8). */
    private static final String LAST_WITH_ANOTHER_MEANING = "000004";

    /** Only the Chinese and the international list have them (design §10). */
    private static final Pattern UNKNOWN_IN_EUROPE = Pattern.compile("00010[1-7]");

    private static final Pattern OURS = Pattern.compile("/(actuator|internal)(/.*)?");

    /**
     * The address itself.
     *
     * @param name of this address among the settings
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    ProductionAddress address(String name) {
        var path = checkedPath(name + ".path");
        var given = Invalid.ifAbsent(kind, name + ".kind");
        return new ProductionAddress(
                path,
                given,
                new AddressCodes(edition, checkedCode(name + ".change-refused-code")),
                keys.addressKeys(name + ".keys", given));
    }

    private String checkedCode(String name) {
        boolean proper =
                CODE.matcher(changeRefusedCode).matches() && changeRefusedCode.compareTo(LAST_WITH_ANOTHER_MEANING) > 0;
        Invalid.when(
                !proper,
                name,
                "must be six digits above %s, is '%s'".formatted(LAST_WITH_ANOTHER_MEANING, changeRefusedCode));
        Invalid.when(
                edition == Edition.EU
                        && UNKNOWN_IN_EUROPE.matcher(changeRefusedCode).matches(),
                name,
                "is not among the codes of the edition EU: " + changeRefusedCode);
        return changeRefusedCode;
    }

    private String checkedPath(String name) {
        var given = Invalid.ifAbsent(path, name);
        boolean proper =
                PATH.matcher(given).matches() && !DOT_SEGMENT.matcher(given).find() && given.length() <= LONGEST_PATH;
        Invalid.when(
                !proper,
                name,
                "must be 1 to %d characters such as /koogallery/saas, is '%s'".formatted(LONGEST_PATH, given));
        Invalid.when(OURS.matcher(given).matches(), name, "is taken by the service itself: " + given);
        return given;
    }
}
