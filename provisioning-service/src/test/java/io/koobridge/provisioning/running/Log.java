package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What an operator would read of this JVM's services: the appender of {@code captured-log.xml}. */
public final class Log extends AppenderBase<ILoggingEvent> {

    /** Not the broker and the store that run in the same JVM. */
    private static final List<String> OURS =
            List.of("io.koobridge", "org.springframework", "com.mongodb", "org.mongodb", "reactor", "io.netty");

    /** Looks after idle connections each half minute: also after those of a service that this JVM closed before, whose loops are gone. */
    private static final String IDLE_CONNECTIONS = "reactor.netty.internal.shaded.reactor.pool";

    private static final Queue<ILoggingEvent> EVENTS = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
        var logger = event.getLoggerName();
        if (OURS.stream().anyMatch(logger::startsWith) && !logger.startsWith(IDLE_CONNECTIONS)) {
            // Else the ids of the thread are looked up when it has gone on.
            event.prepareForDeferredProcessing();
            EVENTS.add(event);
        }
    }

    static void clear() {
        EVENTS.clear();
    }

    static List<String> lines() {
        return EVENTS.stream().map(Log::line).toList();
    }

    /** An ordinary wait is worth a line, never a stack. */
    static void assertNoStackTraces() {
        assertThat(EVENTS).as("the log was captured").isNotEmpty();
        assertThat(EVENTS.stream()
                        .filter(event -> event.getThrowableProxy() != null)
                        .map(event -> line(event) + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .isEmpty();
    }

    private static String line(ILoggingEvent event) {
        return "%s %s %s %s %s"
                .formatted(
                        event.getLevel(),
                        event.getLoggerName(),
                        event.getFormattedMessage(),
                        event.getKeyValuePairs() == null ? "" : event.getKeyValuePairs(),
                        event.getMDCPropertyMap());
    }
}
