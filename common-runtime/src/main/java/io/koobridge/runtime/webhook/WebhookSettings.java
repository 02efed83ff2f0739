package io.koobridge.runtime.webhook;

import io.koobridge.runtime.outside.OutsideLimits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has to be true of the settings of a service that is called. */
public final class WebhookSettings {

    private WebhookSettings() {}

    /**
     * Checks them together.
     *
     * @param key what their keys begin with, for example {@code koobridge.provisioner.http}
     * @param url absent where nobody is called, and then nothing else is needed
     * @throws IllegalArgumentException naming the key
     */
    public static void require(
            String key, @Nullable URI url, @Nullable String secret, List<String> secrets, Duration timeout) {
        if (url != null) {
            address(key + ".url", url);
            if (secret == null && secrets.isEmpty()) {
                throw new IllegalArgumentException("%s.url is set, so %s.secret must be set too".formatted(key, key));
            }
        }
        timeout(key, timeout);
    }

    /**
     * Checks how long a call may take.
     *
     * @throws IllegalArgumentException naming the key
     */
    public static void timeout(String key, Duration timeout) {
        if (!timeout.isPositive() || timeout.compareTo(OutsideLimits.LONGEST_CALL) > 0) {
            throw new IllegalArgumentException("%s.timeout must be above 0 and at most %ds, is %s"
                    .formatted(key, OutsideLimits.LONGEST_CALL.toSeconds(), timeout));
        }
    }

    /**
     * Checks where calls go.
     *
     * @throws IllegalArgumentException naming the key
     */
    public static void address(String key, URI url) {
        if (url.getHost() == null && url.getRawAuthority() != null) {
            // What stands before an @ may be a password.
            throw new IllegalArgumentException("%s: %s is no host name, which has letters, digits, hyphens and full"
                            .formatted(key, url.getRawAuthority().replaceFirst("^.*@", ""))
                    + " stops, but no underscore");
        }
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new IllegalArgumentException("%s must be an absolute http or https address".formatted(key));
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("%s must hold no user and no password".formatted(key));
        }
    }
}
