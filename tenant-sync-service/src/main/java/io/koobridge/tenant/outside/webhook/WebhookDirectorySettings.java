package io.koobridge.tenant.outside.webhook;

import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.runtime.webhook.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The seller's own service.
 *
 * @param url where your service is: an absolute http or https address without user and password; setting it is what chooses it
 * @param secret required with the url unless {@code secrets} is set: Standard Webhooks secret, {@code whsec_…}
 * @param secrets the same as a list, while secrets are changed; after {@code secret} when both are set. The first one of all
 *     signs
 * @param timeout of one call, at most 20 s
 */
@ConfigurationPropertiesSource
public record WebhookDirectorySettings(
        @Nullable URI url,
        @Nullable String secret,
        @DefaultValue List<String> secrets,
        @DefaultValue("10s") Duration timeout) {

    public static final String KEY = "koobridge.tenant.directory.webhook";

    public WebhookDirectorySettings {
        secrets = List.copyOf(secrets);
        WebhookSettings.require(KEY, url, secret, secrets, timeout);
    }

    WebhookSecrets known() {
        return WebhookSecrets.of(secret, secrets);
    }

    @Override
    public String toString() {
        return "WebhookDirectorySettings[url=%s, secrets=***, timeout=%s]".formatted(url, timeout);
    }
}
