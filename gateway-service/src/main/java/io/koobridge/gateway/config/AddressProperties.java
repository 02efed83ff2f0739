package io.koobridge.gateway.config;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.AddressTerms;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.ProductionAddress;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One production address.
 *
 * @param path required: as KooGallery calls it, for example {@code /koogallery/saas}; at most 200 characters
 * @param kind required: what is sold through it, {@code SAAS} or {@code LICENSE}; or what it tells of, {@code LICENSE_CODE} for
 *     authorization codes and {@code ORDERS} for orders
 * @param edition which KooGallery calls it; {@code CN} is the Chinese one
 * @param changeRefusedCode six digits; answers a {@code changeInstanceCheck} for a change that the product does not allow; absent:
 *     {@code 000005}
 * @param encryptType how V2 answers carry user name and password, {@code aes-256} or {@code aes-128}, where a site wants them
 *     encrypted; absent: as they are
 * @param v1 how V1 is spoken here
 * @param keys the access keys that KooGallery signs with
 */
@ConfigurationPropertiesSource
public record AddressProperties(
        @Nullable String path,
        @Nullable AddressKind kind,
        @DefaultValue("cn") Edition edition,
        @Nullable String changeRefusedCode,
        @Nullable EncryptType encryptType,
        @DefaultValue V1Properties v1,
        @DefaultValue KeysProperties keys) {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    /** Each of the codes up to this one says something else than no (saas-v2 §8). */
    private static final String LAST_WITH_ANOTHER_MEANING = "000004";

    /** Only the Chinese and the international list have them (design §10). */
    private static final Pattern UNKNOWN_IN_EUROPE = Pattern.compile("00010[1-7]");

    /**
     * The address itself.
     *
     * @param name of this address among the settings
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    ProductionAddress address(String name) {
        var path = checkedPath(name + ".path");
        var given = Invalid.ifAbsent(kind, name + ".kind");
        checkMeaning(name, given);
        return new ProductionAddress(
                path,
                given,
                new AddressCodes(edition, checkedCode(name + ".change-refused-code")),
                keys.addressKeys(name + ".keys", given),
                new AddressTerms(encryptType, v1.terms(name + ".v1", given, edition)));
    }

    /** The edition says who calls, which is true anywhere. */
    private void checkMeaning(String name, AddressKind kind) {
        switch (kind) {
            case SAAS -> {
                // It is for these that the settings are.
            }
            case LICENSE -> {
                ofSaasAlone(name, kind);
                v1.checkOfLicenses(name + ".v1", kind);
            }
            case LICENSE_CODE, ORDERS -> {
                ofSaasAlone(name, kind);
                v1.checkAbsent(name + ".v1", kind);
            }
        }
    }

    private void ofSaasAlone(String name, AddressKind kind) {
        Invalid.ifGiven(changeRefusedCode, name + ".change-refused-code", kind);
        Invalid.ifGiven(encryptType, name + ".encrypt-type", kind);
    }

    private String checkedCode(String name) {
        var code = Objects.requireNonNullElse(changeRefusedCode, AddressCodes.USUAL_CHANGE_REFUSED);
        boolean proper = CODE.matcher(code).matches() && code.compareTo(LAST_WITH_ANOTHER_MEANING) > 0;
        Invalid.when(!proper, name, "must be six digits above %s, is '%s'".formatted(LAST_WITH_ANOTHER_MEANING, code));
        Invalid.when(
                edition == Edition.EU && UNKNOWN_IN_EUROPE.matcher(code).matches(),
                name,
                "is not among the codes of the edition EU: " + code);
        return code;
    }

    private String checkedPath(String name) {
        return PublicPath.checked(Invalid.ifAbsent(path, name), name);
    }
}
