package io.koobridge.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OccasionTest {

    private static final Map<String, String> OF_A_USER = Map.of(
            "PATH", "/bin",
            "LANG", "C",
            "JAVA_HOME", "/jdk",
            "KOOBRIDGE_PROVISIONER_HTTP_URL", "http://product",
            "MANAGEMENT_OTLP_METRICS_EXPORT_URL", "http://collector",
            "management.tracing.enabled", "true",
            "SPRING_APPLICATION_JSON", "{}",
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector",
            "JAVA_TOOL_OPTIONS", "-javaagent:agent.jar");

    @Test
    void aTrainingRunKnowsNothingThatAUserSetForARealOne() {
        var environment = new HashMap<>(OF_A_USER);

        Occasion.TRAINING.restrict(environment);

        assertThat(environment).containsOnlyKeys("PATH", "LANG", "JAVA_HOME");
    }

    @Test
    void aRealRunInheritsAll() {
        var environment = new HashMap<>(OF_A_USER);

        Occasion.USE.restrict(environment);

        assertThat(environment).isEqualTo(OF_A_USER);
    }

    @Test
    void recordingMayTakeLongerToStopThanAUserWouldWait() {
        assertThat(Occasion.TRAINING.timeToStop()).isGreaterThan(Occasion.USE.timeToStop());
    }
}
