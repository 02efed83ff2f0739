package io.koobridge.stack.process;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What children are started for: it decides what they inherit of the user's environment, and how long they may take to stop. */
public enum Occasion {

    /** A user's suite: the settings that a user made for this run reach every child. */
    USE(Duration.ofSeconds(20)),

    /**
     * The hidden run whose invented purchases nobody asked for: they reach no collector, broker or product of the user's, and
     * no agent is recorded. A child that records writes what it found out when it is asked to stop, which takes long on a busy
     * machine; a child that is killed has no cache.
     */
    TRAINING(Duration.ofSeconds(60));

    /** Read by services, by the JVM, and by exporters of metrics and traces. */
    private static final List<String> SETTINGS = List.of(
            "KOOBRIDGE_",
            "MANAGEMENT_",
            "SPRING_",
            "SERVER_",
            "LOGGING_",
            "OTEL_",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS");

    private final Duration timeToStop;

    Occasion(Duration timeToStop) {
        this.timeToStop = timeToStop;
    }

    Duration timeToStop() {
        return timeToStop;
    }

    /** Removes from an inherited environment what children must not see. */
    public void restrict(Map<String, String> environment) {
        if (this == TRAINING) {
            environment.keySet().removeIf(Occasion::isSetting);
        }
    }

    /** Spring takes {@code management.otlp.url} and {@code management_otlp_url} for the same as the usual spelling. */
    private static boolean isSetting(String variable) {
        String usual = variable.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return SETTINGS.stream().anyMatch(usual::startsWith);
    }
}
