package io.koobridge.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.TraceContext;
import io.koobridge.runtime.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@ExtendWith(OutputCaptureExtension.class)
class TraceTest {

    private static final Logger log = LoggerFactory.getLogger(TraceTest.class);
    private static final TraceContext OUTER = TraceContext.begin(() -> 1);
    private static final TraceContext INNER = OUTER.next(() -> 2);

    static class NoBeans {}

    /** Boot keeps the format of the first service in the JVM's properties, for the next one too. */
    @AfterEach
    void forgetTheFormat() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    @Test
    void workIsInItsTraceToItsEndAndNoFurther() {
        var within = Trace.during(OUTER, () -> {
            var nested = Trace.during(INNER, Trace::current);
            assertThat(nested).isEqualTo(INNER);
            assertThat(MDC.get("spanId")).isEqualTo(OUTER.spanId());
            return Trace.current();
        });

        assertThat(within).isEqualTo(OUTER);
        assertThat(Trace.current()).isNull();
        assertThat(MDC.get("traceId")).isNull();
        assertThat(Trace.<TraceContext>during(null, Trace::current)).isNull();
    }

    @Test
    void aChainThatIsSubscribedToOnAThreadBelongsToItsWork() {
        var seen = Mono.deferContextual(chain -> Mono.justOrEmpty(Trace.of(chain)));

        assertThat(Trace.<TraceContext>during(OUTER, seen::block)).isEqualTo(OUTER);
        assertThat(Trace.during(
                        OUTER, () -> seen.contextWrite(Trace.within(INNER)).block()))
                .isEqualTo(INNER);
        assertThat(seen.subscribeOn(Schedulers.boundedElastic())
                        .contextWrite(Trace.within(INNER))
                        .block())
                .isEqualTo(INNER);
        assertThat(seen.block()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "text; none; traceId=\"%s\" spanId=\"%s\"",
                "structured; kubernetes; \"traceId\":\"%s\",\"spanId\":\"%s\"",
            })
    void bothLogFormatsShowTheIdsOfThreadsAndOfChains(
            String format, String platform, String ids, CapturedOutput output) {
        try (var _ = TestService.start(
                NoBeans.class,
                "logging.config=classpath:" + format + "-logback.xml",
                "spring.main.cloud-platform=" + platform)) {
            Trace.run(OUTER, () -> log.info("A thread's line"));
            Trace.on(log.atInfo(), INNER).log("A chain's line");
            Trace.on(log.atInfo(), null).log("Nobody's line");
        }

        assertThat(output.getOut().lines().filter(line -> line.contains("A thread's line")))
                .singleElement()
                .asString()
                .contains(ids.formatted(OUTER.traceId(), OUTER.spanId()));
        assertThat(output.getOut().lines().filter(line -> line.contains("A chain's line")))
                .singleElement()
                .asString()
                .contains(ids.formatted(INNER.traceId(), INNER.spanId()));
        assertThat(output.getOut().lines().filter(line -> line.contains("Nobody's line")))
                .singleElement()
                .asString()
                .doesNotContain("traceId");
    }
}
