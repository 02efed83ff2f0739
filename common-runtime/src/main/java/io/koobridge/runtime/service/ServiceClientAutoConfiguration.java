package io.koobridge.runtime.service;

import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.port.ServiceTokens;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Clients of other services. */
@AutoConfiguration
class ServiceClientAutoConfiguration {

    @Bean
    ServiceClients serviceClients(ServiceTokens tokens, OutsideSystems systems) {
        return new HttpServiceClients(tokens, systems);
    }
}
