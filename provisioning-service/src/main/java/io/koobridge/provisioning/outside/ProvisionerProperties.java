package io.koobridge.provisioning.outside;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who makes instances real.
 *
 * @param type {@code template} for products that need no provisioning, {@code http} for the seller's own service
 */
@ConfigurationProperties("koobridge.provisioner")
public record ProvisionerProperties(
        @DefaultValue("template") Type type,
        @Nullable Template template,
        @Nullable Http http) {

    public ProvisionerProperties {
        if (type == Type.TEMPLATE && template == null) {
            throw new IllegalArgumentException(
                    "koobridge.provisioner.type is template, so koobridge.provisioner.template.front-end-url must be set");
        }
        if (type == Type.HTTP && http == null) {
            throw new IllegalArgumentException(
                    "koobridge.provisioner.type is http, so koobridge.provisioner.http.url and .secret must be set");
        }
    }

    /** The adapters there are. */
    public enum Type {
        TEMPLATE,
        HTTP
    }

    /**
     * Addresses from a template.
     *
     * @param frontEndUrl may hold {@code {instanceId}}, {@code {orderId}} and {@code {customerId}}
     */
    public record Template(@Nullable String frontEndUrl) {

        public Template {
            if (frontEndUrl == null || frontEndUrl.isBlank()) {
                throw new IllegalArgumentException("koobridge.provisioner.template.front-end-url must be set");
            }
        }
    }

    /**
     * The seller's own service.
     *
     * @param secret Standard Webhooks secret, {@code whsec_…}
     * @param timeout of one call, at most 20 s
     */
    public record Http(
            @Nullable URI url,
            @Nullable String secret,
            @DefaultValue("10s") Duration timeout) {

        private static final Duration LONGEST = Duration.ofSeconds(20);

        public Http {
            if (url == null || secret == null) {
                throw new IllegalArgumentException(
                        "koobridge.provisioner.http.url and koobridge.provisioner.http.secret must both be set");
            }
            if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "koobridge.provisioner.http.timeout must be above 0 and at most 20s, is " + timeout);
            }
        }

        @Override
        public String toString() {
            return "Http[url=%s, secret=***, timeout=%s]".formatted(url, timeout);
        }
    }
}
