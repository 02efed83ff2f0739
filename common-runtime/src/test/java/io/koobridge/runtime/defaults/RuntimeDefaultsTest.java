package io.koobridge.runtime.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.runtime.Http;
import io.koobridge.runtime.TestService;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class RuntimeDefaultsTest {

    private static final Logger log = LoggerFactory.getLogger(RuntimeDefaultsTest.class);

    static class NoBeans {}

    /** Boot keeps the format of the first service in the JVM's properties, for the next one too. */
    @AfterEach
    void forgetTheFormat() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    @Test
    void everyServiceHasThemAndWhateverTheServiceSaysWins() {
        var environment = environment(Map.of("spring.kafka.admin.operation-timeout", "9s"));

        assertThat(environment.getProperty("spring.kafka.admin.auto-create")).isEqualTo("false");
        assertThat(environment.getProperty("spring.kafka.admin.properties[request.timeout.ms]"))
                .isEqualTo("2000");
        assertThat(environment.getProperty("spring.kafka.admin.operation-timeout"))
                .isEqualTo("9s");
    }

    @Test
    void logsAreJsonUnderKubernetesAndTextElsewhere() {
        var format = "logging.structured.format.console";

        assertThat(environment(Map.of("spring.main.cloud-platform", "kubernetes"))
                        .getProperty(format))
                .isEqualTo("ecs");
        assertThat(environment(Map.of("spring.main.cloud-platform", "none")).getProperty(format))
                .isNull();
    }

    @Test
    void aServiceLogsWithKeysAndShowsItsMetricsInBoundedForm(CapturedOutput output) {
        try (var service = TestService.start(NoBeans.class, "logging.config=classpath:text-logback.xml")) {
            service.context()
                    .getBean(OutsideSystems.class)
                    .unjournaled("crm", OutsideLimits.usual())
                    .ask("look-up", "kb1", Mono.just(1))
                    .block(Duration.ofSeconds(10));
            service.context().getBean(MeterRegistry.class).counter("spring.integration.send");
            log.atInfo().addKeyValue("instanceId", "kb1").log("Something happened");

            var metrics = Http.get(service.internalUrl("/actuator/prometheus")).body();

            assertThat(metrics)
                    .contains(
                            "koobridge_outside_calls_seconds_bucket{application=\"test-service\",outcome=\"answered\","
                                    + "system=\"crm\",le=\"3.0\"} 1")
                    .doesNotContain("spring_integration")
                    .doesNotContain("quantile=");
            assertThat(output).containsPattern("INFO .*Something happened instanceId=\"kb1\"");
        }
    }

    @Test
    void underKubernetesAServiceLogsJson(CapturedOutput output) {
        try (var service = TestService.start(
                NoBeans.class,
                "spring.main.cloud-platform=kubernetes",
                "logging.config=classpath:structured-logback.xml")) {
            log.atInfo().addKeyValue("instanceId", "kb1").log("Something happened");

            assertThat(service.context().isActive()).isTrue();
            assertThat(output).containsPattern("\\{.*\"message\":\"Something happened\".*\"instanceId\":\"kb1\".*}");
        }
    }

    @Test
    void inJsonKeysAreMembersAndAStackIsBounded(CapturedOutput output) {
        try (var service = TestService.start(
                NoBeans.class,
                "logging.structured.format.console=ecs",
                "logging.config=classpath:structured-logback.xml")) {
            log.atWarn()
                    .addKeyValue("instanceId", "kb1")
                    .addKeyValue("attempt", 3)
                    .setCause(deep(2_000))
                    .log("Something \"odd\" happened");

            var line = output.toString()
                    .lines()
                    .filter(each -> each.contains("happened"))
                    .findFirst()
                    .orElseThrow();
            var json = JsonMapper.shared().readTree(line);

            assertThat(service.context().isActive()).isTrue();
            assertThat(json.path("message").asString()).isEqualTo("Something \"odd\" happened");
            assertThat(json.path("log").path("level").asString()).isEqualTo("WARN");
            assertThat(json.path("instanceId").asString()).isEqualTo("kb1");
            assertThat(json.path("attempt").asString()).isEqualTo("3");
            assertThat(json.path("@timestamp").isString()).isTrue();
            assertThat(json.path("service").path("name").asString()).isEqualTo("test-service");
            assertThat(json.path("error").path("stack_trace").asString()).hasSizeBetween(1_000, 8_100);
        }
    }

    private static Throwable deep(int depth) {
        Throwable cause = new IllegalStateException("the first");
        for (int i = 0; i < depth; i++) {
            cause = new IllegalStateException("because " + i, cause);
        }
        return cause;
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("service", settings));
        new RuntimeDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
