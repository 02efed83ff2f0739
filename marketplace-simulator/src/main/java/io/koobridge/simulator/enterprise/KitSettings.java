package io.koobridge.simulator.enterprise;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The joint-operations kit: the seller's keys and the application credential that he applied for before the simulator started.
 *
 * @param key access key of V2's kit calls to SaaS products; empty: enterprises cannot call
 * @param keyV1 access key of V1's kit calls, the seller's Key; empty: the same as {@code key}
 * @param licenseKey access key of V2's kit calls to License products; empty: the same as {@code key}
 * @param licenseKeyV1 access key of V1's kit calls to License products; empty: the same as {@code keyV1}
 * @param appId application id of the credential
 * @param publicKey the seller's public key as he pasted it into the console: client secrets are encrypted with it
 * @param loginAddress the application's registered address, where a login of OAuth 2.0 ends
 * @param serviceAddress the application's registered address for CAS
 * @param oneAccessUrl where the local OneAccess is, as the seller reaches it; null: at the address by which an enterprise is founded
 */
@ConfigurationProperties("koobridge.simulator.kit")
public record KitSettings(
        @DefaultValue("") String key,
        @DefaultValue("") String keyV1,
        @DefaultValue("") String licenseKey,
        @DefaultValue("") String licenseKeyV1,
        @DefaultValue("app-local-0001") String appId,
        @DefaultValue("") String publicKey,
        @DefaultValue("") String loginAddress,
        @DefaultValue("") String serviceAddress,
        @Nullable URI oneAccessUrl) {

    public KitSettings {
        if (oneAccessUrl != null && oneAccessUrl.getHost() == null) {
            throw new IllegalArgumentException("koobridge.simulator.kit.one-access-url must be an absolute URL");
        }
    }

    Keys keys() {
        return new Keys(key, first(keyV1, key));
    }

    Keys licenseKeys() {
        return new Keys(first(licenseKey, key), first(licenseKeyV1, first(keyV1, key)));
    }

    public Credential credential() {
        return new Credential(appId, loginAddress, serviceAddress, publicKey);
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }

    /** Those of one production address. */
    record Keys(String v2, String v1) {
        @Override
        public String toString() {
            return "keys of the kit";
        }
    }
}
