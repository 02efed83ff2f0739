package io.koobridge.simulator.enterprise;

import io.koobridge.simulator.signing.ClientSecretCipher;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An application credential as the seller applied for it in the console (tenant-sync §6).
 *
 * @param loginAddress where a login of OAuth 2.0 ends; empty: there is none
 * @param serviceAddress where a login of CAS ends; empty: there is none
 * @param publicKey as pasted; empty: no client secret can be sent
 */
public record Credential(String appId, String loginAddress, String serviceAddress, String publicKey) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Credential {
        if (!ID.matcher(appId).matches()) {
            throw new IllegalArgumentException("appId must be 1 to 64 letters, digits, - or _");
        }
        absolute("loginAddress", loginAddress);
        absolute("serviceAddress", serviceAddress);
        if (!publicKey.isBlank()) {
            var unused = ClientSecretCipher.of(publicKey);
        }
    }

    /** What is said anew in the console (tenant-sync §6.2); the rest stays. */
    public record Change(
            @Nullable String loginAddress,
            @Nullable String serviceAddress,
            @Nullable String publicKey) {}

    Credential changed(Change change) {
        return new Credential(
                appId,
                Objects.requireNonNullElse(change.loginAddress(), loginAddress),
                Objects.requireNonNullElse(change.serviceAddress(), serviceAddress),
                Objects.requireNonNullElse(change.publicKey(), publicKey));
    }

    private static void absolute(String name, String address) {
        if (!address.isEmpty() && !isAbsolute(address)) {
            throw new IllegalArgumentException(name + " must be an absolute http or https address");
        }
    }

    private static boolean isAbsolute(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
