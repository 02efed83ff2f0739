package io.koobridge.license;

import io.koobridge.license.domain.Delivery;
import io.koobridge.license.outside.MarketplaceDelivery;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.koobridge.service.config.LedgerProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** How licences come to the marketplace, where its address is given. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    @Bean
    @ConditionalOnProperty("koobridge.open-api.url")
    Delivery delivery(OpenApiClient marketplace, MeterRegistry metrics, LedgerProperties ledger, Environment settings) {
        ledger.requireOutlivesOpenApi(settings);
        return new MarketplaceDelivery(marketplace, metrics);
    }
}
