package io.koobridge.license;

import io.koobridge.license.domain.Delivery;
import io.koobridge.license.outside.MarketplaceDelivery;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.service.config.LedgerProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** How licences come to the marketplace, where its address is given. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final String CALL_TIMEOUT = "koobridge.open-api.call-timeout";

    @Bean
    @ConditionalOnProperty("koobridge.open-api.url")
    Delivery delivery(OpenApiClient marketplace, MeterRegistry metrics, LedgerProperties ledger, Environment settings) {
        ledger.requireOutlives(
                CALL_TIMEOUT,
                Binder.get(settings).bind(CALL_TIMEOUT, Duration.class).orElse(OutsideLimits.LONGEST_CALL));
        return new MarketplaceDelivery(marketplace, metrics);
    }
}
