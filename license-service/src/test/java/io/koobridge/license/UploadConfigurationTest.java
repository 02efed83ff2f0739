package io.koobridge.license;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.license.domain.Delivery;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.koobridge.service.config.LedgerProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

class UploadConfigurationTest {

    private static final String URL = "koobridge.open-api.url=https://mkt.example.com";

    @Test
    void withoutAnAddressNobodyUploads() {
        leased(Duration.ofSeconds(15)).run(context -> assertThat(context).doesNotHaveBean(Delivery.class));
    }

    @Test
    void aLeaseThatDoesNotOutliveAnUploadStartsNothing() {
        leased(Duration.ofSeconds(22))
                .withPropertyValues(URL)
                .run(
                        context -> assertThat(context.getStartupFailure())
                                .hasStackTraceContaining(
                                        "nine tenths of koobridge.ledger.lease (PT19.8S) must be longer than koobridge.open-api.call-timeout (PT20S)"));
    }

    @Test
    void aShorterCallFitsIntoAShorterLease() {
        leased(Duration.ofSeconds(15))
                .withPropertyValues(URL, "koobridge.open-api.call-timeout=10s")
                .run(context -> assertThat(context).hasSingleBean(Delivery.class));
    }

    private static ApplicationContextRunner leased(Duration lease) {
        return new ApplicationContextRunner()
                .withUserConfiguration(UploadConfiguration.class)
                .withBean(OpenApiClient.class, Nobody::new)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(
                        LedgerProperties.class,
                        () -> new LedgerProperties(Duration.ofSeconds(30), Duration.ofMinutes(2), lease));
    }

    /** Nobody is called here. */
    private static final class Nobody implements OpenApiClient {

        @Override
        public Mono<OpenApiAnswer> get(String operation, String subject, String path, Map<String, String> query) {
            return Mono.empty();
        }

        @Override
        public Mono<OpenApiAnswer> post(
                String operation, String subject, String path, Map<String, String> headers, byte[] json) {
            return Mono.empty();
        }

        @Override
        public Mono<OpenApiAnswer> post(
                String operation, String subject, String path, String contentType, byte[] body) {
            return Mono.empty();
        }

        @Override
        public OpenApiClient hiding(Map<String, String> names) {
            return this;
        }
    }
}
