package io.koobridge.gateway.config;

import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.ProductionAddresses;
import io.koobridge.gateway.waiting.Lookout;
import io.koobridge.gateway.waiting.PageWriter;
import io.koobridge.gateway.waiting.Views;
import io.koobridge.gateway.waiting.WaitingFilter;
import io.koobridge.gateway.waiting.WaitingMeters;
import io.koobridge.gateway.waiting.WaitingPages;
import io.koobridge.runtime.service.ServiceClients;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The waiting page. Without its address nobody hears of it, and the public port is as it was. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WaitingPageProperties.class)
class WaitingConfiguration {

    private static final String URL = WaitingPageProperties.PREFIX + ".url";

    @Bean
    WaitingPages waitingPages(WaitingPageProperties properties, ProductionAddresses addresses) {
        var url = properties.url();
        if (url != null) {
            addresses.all().forEach(address -> checkApart(url.getRawPath(), address));
        }
        return properties.addresses().map(WaitingPages::at).orElseGet(WaitingPages::none);
    }

    @Bean
    @ConditionalOnProperty(URL)
    WaitingFilter waitingFilter(
            WaitingPages pages,
            WaitingPageProperties properties,
            GatewayProperties gateway,
            ServiceClients services,
            MeterRegistry meters) {
        var views = Views.over(services.of("provisioning-page", gateway.provisioningUrl()));
        return new WaitingFilter(
                pages, new Lookout(views), new PageWriter(properties.brand()), new WaitingMeters(meters));
    }

    /** What is called below a production address belongs to it (design §3, addresses). */
    private static void checkApart(String path, ProductionAddress address) {
        Invalid.when(
                (path + "/").startsWith(address.path() + "/"),
                URL,
                "must not be at or below the production address %s, is at %s".formatted(address.path(), path));
    }
}
