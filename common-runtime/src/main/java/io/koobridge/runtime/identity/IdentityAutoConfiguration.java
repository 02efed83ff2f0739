package io.koobridge.runtime.identity;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The process's names and its clock. */
@AutoConfiguration
class IdentityAutoConfiguration {

    @Bean
    SellerId sellerId(Environment environment) {
        return new SellerId(environment.getProperty("koobridge.seller-id", ""));
    }

    @Bean
    ServiceName serviceName(Environment environment) {
        return new ServiceName(environment.getProperty("spring.application.name", ""));
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
