package io.koobridge.provisioning.outside;

import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.runtime.webhook.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who makes instances real.
 *
 * @param type may be left out: a configured {@code http.url} means the seller's own service, otherwise it is a template
 */
@ConfigurationProperties("koobridge.provisioner")
public record ProvisionerProperties(
        @Nullable Type type,
        @Nullable Template template,
        @Nullable Http http) {

    private static final String TYPE = "koobridge.provisioner.type";
    private static final String URL = "koobridge.provisioner.http.url";
    private static final String TEMPLATE = "koobridge.provisioner.template.front-end-url";

    public ProvisionerProperties {
        var product = http != null && http.url() != null;
        if (type == Type.TEMPLATE && product) {
            throw new IllegalArgumentException(
                    "%s is template, but %s is set: take one of them away".formatted(TYPE, URL));
        }
        if (type == Type.HTTP && !product) {
            throw new IllegalArgumentException("%s is http, so %s must be set".formatted(TYPE, URL));
        }
        if (!product && (template == null || template.frontEndUrl() == null)) {
            throw new IllegalArgumentException(
                    "set %s, where your product is, or %s, for one that needs no provisioning"
                            .formatted(URL, TEMPLATE));
        }
        type = product ? Type.HTTP : Type.TEMPLATE;
    }

    /** The adapters there are. */
    public enum Type {
        TEMPLATE,
        HTTP
    }

    /**
     * Addresses from a template.
     *
     * @param frontEndUrl required without {@code http.url}: the buyer's address; may hold {@code {instanceId}}, {@code {orderId}} and {@code {customerId}}
     */
    public record Template(@Nullable String frontEndUrl) {

        public Template {
            if (frontEndUrl != null && frontEndUrl.isBlank()) {
                throw new IllegalArgumentException(TEMPLATE + " is blank");
            }
        }
    }

    /**
     * The seller's own service.
     *
     * @param url where your product is: an absolute http or https address without user and password; setting it is what
     *     chooses your product
     * @param secret required with the url unless {@code secrets} is set: Standard Webhooks secret, {@code whsec_…}
     * @param secrets the same as a list, while secrets are changed; after {@code secret} when both are set. The first one of
     *     all signs, each one verifies what the product sends
     * @param timeout of one call, at most 20 s
     */
    public record Http(
            @Nullable URI url,
            @Nullable String secret,
            @DefaultValue List<String> secrets,
            @DefaultValue("10s") Duration timeout) {

        public Http {
            secrets = List.copyOf(secrets);
            WebhookSettings.require("koobridge.provisioner.http", url, secret, secrets, timeout);
        }

        WebhookSecrets known() {
            return WebhookSecrets.of(secret, secrets);
        }

        @Override
        public String toString() {
            return "Http[url=%s, secrets=***, timeout=%s]".formatted(url, timeout);
        }
    }
}
