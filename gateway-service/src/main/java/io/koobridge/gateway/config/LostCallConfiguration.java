package io.koobridge.gateway.config;

import io.koobridge.gateway.lost.LostCalls;
import io.koobridge.gateway.lost.Owner;
import io.koobridge.gateway.lost.Telling;
import io.koobridge.runtime.service.ServiceClient;
import io.koobridge.runtime.service.ServiceClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of calls that failed and that nobody repeats. */
@Configuration(proxyBeanMethods = false)
class LostCallConfiguration {

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);

    @Bean
    LostCalls lostCalls(MeterRegistry meters) {
        return new LostCalls(meters);
    }

    @Bean
    Telling telling(LostCalls lostCalls, GatewayProperties properties, ServiceClients services) {
        var owners = new EnumMap<Owner, ServiceClient>(Owner.class);
        owners.put(Owner.PROVISIONING, services.of("provisioning-lost-calls", properties.provisioningUrl()));
        var licenseUrl = properties.licenseUrl();
        if (licenseUrl != null) {
            owners.put(Owner.LICENSES, services.of("license-lost-calls", licenseUrl));
        }
        var tenantSyncUrl = properties.tenantSyncUrl();
        if (tenantSyncUrl != null) {
            owners.put(Owner.TENANTS, services.of("tenant-sync-lost-calls", tenantSyncUrl));
        }
        return new Telling(lostCalls, owners, BETWEEN_ROUNDS);
    }
}
