package io.koobridge.tenant.outside;

import static java.util.Objects.requireNonNull;

import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.tenant.domain.directory.Directory;
import io.koobridge.tenant.outside.scim.ScimServer;
import io.koobridge.tenant.outside.scim.ScimSettings;
import io.koobridge.tenant.outside.webhook.WebhookDirectorySettings;
import io.koobridge.tenant.outside.webhook.WebhookService;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The seller's directory, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DirectoryProperties.class)
class DirectoryConfiguration {

    @Bean
    Directory directory(DirectoryProperties properties, OutsideSystems systems, LedgerProperties ledger, Clock clock) {
        return switch (requireNonNull(properties.kind())) {
            case SCIM -> {
                var settings = requireNonNull(properties.scim());
                ledger.requireOutlives(ScimSettings.KEY + ".timeout", settings.timeout());
                yield new ScimServer(systems, clock).directory(settings);
            }
            case WEBHOOK -> {
                var settings = requireNonNull(properties.webhook());
                ledger.requireOutlives(WebhookDirectorySettings.KEY + ".timeout", settings.timeout());
                yield new WebhookService(systems, clock).directory(settings);
            }
            case NONE -> new NoDirectory();
        };
    }
}
