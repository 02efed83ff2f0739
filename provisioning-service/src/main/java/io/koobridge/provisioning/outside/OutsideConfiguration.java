package io.koobridge.provisioning.outside;

import static java.util.Objects.requireNonNull;

import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.service.seal.Sealing;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The outside world, as configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProvisionerProperties.class, SealingProperties.class})
class OutsideConfiguration {

    @Bean
    Sealing contactSealing(SealingProperties properties) {
        return Sealing.of(requireNonNull(properties.contact()));
    }

    @Bean
    SealedAccess sealedAccess(SealingProperties properties) {
        return new SealedAccess(Sealing.of(requireNonNull(properties.credentials())));
    }

    @Bean
    ImportedTexts importedTexts(SealedAccess access, Sealing contactSealing) {
        return new ImportedTexts(access, contactSealing);
    }

    @Bean
    MarketplaceOrders marketplaceOrders(
            OpenApiClient marketplace, Sealing contactSealing, LedgerProperties ledger, Environment settings) {
        ledger.requireOutlivesOpenApi(settings);
        return new MarketplaceOrders(marketplace, contactSealing);
    }

    @Bean
    WebhookSecrets productSecrets(ProvisionerProperties properties) {
        return properties.type() == ProvisionerProperties.Type.HTTP
                ? requireNonNull(properties.http()).known()
                : new WebhookSecrets(List.of());
    }

    @Bean
    Provisioner provisioner(
            ProvisionerProperties properties, WebhookSecrets secrets, ProductLines lines, Sealing contactSealing) {
        return switch (requireNonNull(properties.type())) {
            case TEMPLATE ->
                new TemplateProvisioner(
                        requireNonNull(requireNonNull(properties.template()).frontEndUrl()));
            case HTTP -> lines.provisioner(requireNonNull(properties.http()), secrets, contactSealing);
        };
    }

    @Bean
    ProductLines productLines(OutsideSystems systems, LedgerProperties ledger, Clock clock) {
        return new ProductLines(systems, ledger, clock);
    }
}
