package io.koobridge.runtime.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.outside.TestSystems;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OpenApiAutoConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(OpenApiAutoConfiguration.class))
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(OutsideSystems.class, TestSystems::unreported)
            .withPropertyValues("koobridge.open-api.access-key=ak", "koobridge.open-api.secret-key=sk");

    @Test
    void withoutAnAddressThereIsNoClient() {
        context.run(started -> assertThat(started).doesNotHaveBean(OpenApiClient.class));
    }

    @Test
    void withAnAddressThereIs() {
        context.withPropertyValues("koobridge.open-api.url=https://mkt.example.com")
                .run(started -> assertThat(started).hasSingleBean(OpenApiClient.class));
    }

    @Tag("promise:signed-calls-are-encrypted")
    @Test
    void withAnAddressThatWouldShowTheCallToOthersNothingStarts() {
        context.withPropertyValues("koobridge.open-api.url=http://mkt.example.com")
                .run(started -> assertThat(started)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("koobridge.open-api.url must be https"));
    }

    @Test
    void aCallLongerThanALeaseAllowsStartsNothing() {
        context.withPropertyValues(
                        "koobridge.open-api.url=https://mkt.example.com", "koobridge.open-api.call-timeout=30s")
                .run(started -> assertThat(started).hasFailed());
    }
}
