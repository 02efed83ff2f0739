package io.koobridge.license.outside;

import io.koobridge.license.domain.Issuer.Kind;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.runtime.webhook.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who makes licences.
 *
 * @param kind {@code signed}, by KooBridge itself, or {@code http}, by your licence server; may be left out: a configured
 *     {@code http.url} means your licence server, else {@code koobridge.license.signing.keys} mean that KooBridge signs. With
 *     neither, applications wait
 */
@ConfigurationProperties("koobridge.license.issuer")
public record IssuerProperties(
        @Nullable Kind kind, @Nullable Http http) {

    private static final String KIND = "koobridge.license.issuer.kind";
    private static final String HTTP = "koobridge.license.issuer.http";

    public IssuerProperties {
        var server = http != null && http.url() != null;
        if (kind == Kind.SIGNED && server) {
            throw new IllegalArgumentException(
                    "%s is signed, but %s.url is set: take one of them away".formatted(KIND, HTTP));
        }
        if (kind == Kind.HTTP && !server) {
            throw new IllegalArgumentException("%s is http, so %s.url must be set".formatted(KIND, HTTP));
        }
        kind = server ? Kind.HTTP : kind;
    }

    /** Empty where no licence server could call. */
    WebhookSecrets secrets() {
        return http == null || kind != Kind.HTTP
                ? new WebhookSecrets(List.of())
                : WebhookSecrets.of(http.secret(), http.secrets());
    }

    /**
     * The seller's licence server.
     *
     * @param url where your licence server is: an absolute http or https address without user and password; setting it is what
     *     chooses it
     * @param secret required with the url unless {@code secrets} is set: Standard Webhooks secret, {@code whsec_…}
     * @param secrets the same as a list, while secrets are changed; after {@code secret} when both are set. The first one of
     *     all signs, each one verifies what your licence server sends
     * @param timeout of one call, at most 20 s
     */
    public record Http(
            @Nullable URI url,
            @Nullable String secret,
            @DefaultValue List<String> secrets,
            @DefaultValue("10s") Duration timeout) {

        public Http {
            secrets = List.copyOf(secrets);
            WebhookSettings.require(HTTP, url, secret, secrets, timeout);
        }

        @Override
        public String toString() {
            return "Http[url=%s, secrets=***, timeout=%s]".formatted(url, timeout);
        }
    }
}
