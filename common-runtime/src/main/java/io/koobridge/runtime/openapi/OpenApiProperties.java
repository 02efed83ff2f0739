package io.koobridge.runtime.openapi;

import io.koobridge.runtime.outside.OutsideLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and as whom the marketplace is called: {@code koobridge.open-api.*}.
 *
 * @param url required where orders are asked for: scheme and host, https; plain http only on the loopback interface
 * @param fallbackUrl a second host of the same marketplace; China has one, the international site's documentation names the Chinese one by mistake
 *     (usage-and-open-api §1.1)
 * @param accessKey required with the url: AK of the seller's own account
 * @param secretKey required with the url: SK of the same account
 * @param callTimeout for a call on both hosts together; above 0, at most 20 s
 */
@ConfigurationProperties("koobridge.open-api")
record OpenApiProperties(
        URI url,
        @Nullable URI fallbackUrl,
        String accessKey,
        String secretKey,
        @DefaultValue("20s") Duration callTimeout) {

    private static final String PREFIX = "koobridge.open-api.";

    OpenApiProperties {
        url = authority("url", url);
        fallbackUrl = fallbackUrl == null ? null : authority("fallback-url", fallbackUrl);
        requireKey("access-key", accessKey);
        requireKey("secret-key", secretKey);
        if (!callTimeout.isPositive() || callTimeout.compareTo(OutsideLimits.LONGEST_CALL) > 0) {
            throw refused(
                    "call-timeout",
                    "must be above 0 and at most %ds, is %s"
                            .formatted(OutsideLimits.LONGEST_CALL.toSeconds(), callTimeout));
        }
    }

    Optional<URI> fallback() {
        return Optional.ofNullable(fallbackUrl);
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "OpenApiProperties(%s, %s)".formatted(url, fallbackUrl);
    }

    /** As it is signed and sent: without a path, and without the port that the scheme implies. */
    private static URI authority(String key, @Nullable URI url) {
        if (url == null || url.getHost() == null || url.getUserInfo() != null) {
            throw refused(key, "must be https://host or https://host:port, is " + url);
        }
        if (!url.getRawPath().replace("/", "").isEmpty() || url.getRawQuery() != null) {
            throw refused(key, "must not have a path or a query, is " + url);
        }
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (!https && !("http".equalsIgnoreCase(url.getScheme()) && loopback(url.getHost()))) {
            throw refused(key, "must be https; plain http is for the loopback interface only, is " + url);
        }
        int impliedPort = https ? 443 : 80;
        var port = url.getPort() < 0 || url.getPort() == impliedPort ? "" : ":" + url.getPort();
        return URI.create((https ? "https://" : "http://") + url.getHost() + port);
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static void requireKey(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw refused(key, "must be set where koobridge.open-api.url is");
        }
    }

    private static IllegalArgumentException refused(String key, String why) {
        return new IllegalArgumentException(PREFIX + key + " " + why);
    }
}
