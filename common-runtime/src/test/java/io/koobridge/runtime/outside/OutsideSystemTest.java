package io.koobridge.runtime.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.OutsideCalled;
import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.outside.Answer.Answered;
import io.koobridge.runtime.outside.Answer.NotSent;
import io.koobridge.runtime.outside.Answer.Uncertain;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OutsideSystemTest {

    private static final OutsideLimits LIMITS = OutsideLimits.usual();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RecordingJournal journal = new RecordingJournal();
    private final OutsideSystems systems = new GuardedSystems(
            new CallReport(metrics, journal, new ServiceName("a-service")), metrics, Spans.unrecorded());
    private final OutsideSystem system = systems.journaled("crm", LIMITS);

    @Test
    void anAnswerIsHandedOnCountedAndTold() {
        var answer = ask(system, Mono.just("yes"));

        assertThat(answer).isEqualTo(new Answered<>("yes"));
        assertThat(calls("answered")).isOne();
        assertThat(journal.written()).singleElement().satisfies(line -> {
            assertThat(line.subject()).isEqualTo("kb1");
            assertThat(line.entry()).isInstanceOfSatisfying(OutsideCalled.class, told -> {
                assertThat(told.service()).isEqualTo("a-service");
                assertThat(told.system()).isEqualTo("crm");
                assertThat(told.operation()).isEqualTo("look-up");
                assertThat(told.outcome()).isEqualTo("answered");
                assertThat(told.millis()).isNotNegative();
                assertThat(told.detail()).isNull();
            });
        });
    }

    @Test
    void aConnectionThatNeverCameIsProofThatNothingWasSent() {
        var answer = ask(system, Mono.error(new IllegalStateException(new ConnectException("refused"))));

        assertThat(answer).isEqualTo(new NotSent<>("crm was not reached: ConnectException: refused"));
        assertThat(calls("not_sent")).isOne();
        assertThat(journal.entriesOf(OutsideCalled.class).getFirst().detail()).contains("refused");
    }

    @Test
    void aConnectionThatBrokeLeavesEverythingOpen() {
        var answer = ask(system, Mono.error(new IOException("Connection reset by peer")));

        assertThat(answer).isEqualTo(new Uncertain<>("the call of crm broke: IOException: Connection reset by peer"));
        assertThat(calls("uncertain")).isOne();
    }

    @Test
    void aCallThatTakesTooLongIsBrokenOffAndLeavesEverythingOpen() {
        var hurried = systems.journaled("slow", LIMITS.withCallTimeout(Duration.ofMillis(50)));

        assertThat(ask(hurried, Mono.never())).isEqualTo(new Uncertain<>("slow did not answer in time"));
    }

    @Test
    void aCallThatNobodyWaitsForAnyMoreIsCountedAndToldOnce() {
        system.ask("look-up", "kb1", Mono.never()).subscribe().dispose();

        assertThat(calls("cancelled")).isOne();
        assertThat(journal.entriesOf(OutsideCalled.class))
                .singleElement()
                .extracting(OutsideCalled::outcome)
                .isEqualTo("cancelled");
    }

    @Test
    void whoeverCancelsWithTheAnswerInHandCancelledNothing() {
        assertThat(system.ask("look-up", "kb1", Mono.just("yes")).flux().blockFirst())
                .isEqualTo(new Answered<>("yes"));

        assertThat(journal.entriesOf(OutsideCalled.class))
                .singleElement()
                .extracting(OutsideCalled::outcome)
                .isEqualTo("answered");
    }

    @Test
    void aCallThatEndsWithoutAValueLeavesEverythingOpen() {
        assertThat(ask(system, Mono.empty())).isInstanceOf(Uncertain.class);
    }

    @Test
    void whatAReaderQuotesFromABodyIsNotRepeated() {
        var answer = ask(system, Mono.error(new IllegalStateException("cannot read 'Jane Doe, 555-0100'")));

        assertThat(answer).isEqualTo(new Uncertain<>("the call of crm broke: IllegalStateException"));
    }

    @Test
    void anAnswerThatIsBadNewsNamesItself() {
        record No(String outcome, @Nullable String detail) implements Verdict {}

        ask(system, Mono.just(new No("refused", "0150 not yours")));

        assertThat(calls("refused")).isOne();
        assertThat(journal.entriesOf(OutsideCalled.class).getFirst().detail()).isEqualTo("0150 not yours");
    }

    @Test
    void aSystemThatDoesNotAnswerIsLeftAloneAndThatIsShown() {
        var breaker = new OutsideLimits.Breaker(4, 50, Duration.ofMinutes(1));
        var broken = systems.journaled("broken", LIMITS.withBreaker(breaker));
        var tries = new AtomicInteger();
        Mono<String> call = Mono.fromCallable(() -> {
            tries.incrementAndGet();
            throw new IOException("reset");
        });

        ask(broken, call);
        ask(broken, call);
        var answer = ask(broken, call);

        assertThat(answer)
                .isInstanceOf(NotSent.class)
                .extracting(Object::toString)
                .asString()
                .contains("left alone");
        assertThat(tries).hasValue(2);
        assertThat(metrics.get("koobridge.outside.breaker.open")
                        .tag("system", "broken")
                        .gauge()
                        .value())
                .isOne();
    }

    @Test
    void aSystemThatNobodyCallsIsNotShownAsLeftAloneForEver() {
        var breaker = new OutsideLimits.Breaker(2, 50, Duration.ofSeconds(1));
        var quiet = systems.unjournaled("quiet", LIMITS.withBreaker(breaker));
        var open = metrics.get("koobridge.outside.breaker.open")
                .tag("system", "quiet")
                .gauge();
        ask(quiet, Mono.error(new IllegalStateException("broken")));

        assertThat(open.value()).isOne();
        Awaitility.await("the breaker half-opens by itself").until(() -> open.value() == 0);
        assertThat(ask(quiet, Mono.just("back"))).isEqualTo(new Answered<>("back"));
    }

    @Test
    void aRefusalIsNoReasonToLeaveASystemAlone() {
        var breaker = new OutsideLimits.Breaker(2, 50, Duration.ofMinutes(1));
        var strict = systems.journaled("strict", LIMITS.withBreaker(breaker));
        for (int i = 0; i < 5; i++) {
            assertThat(ask(strict, Mono.error(new NotProcessedException("wrong token"))))
                    .isEqualTo(new NotSent<>("wrong token"));
        }

        assertThat(ask(strict, Mono.just("now"))).isEqualTo(new Answered<>("now"));
    }

    @Test
    void aCallBeyondTheLimitIsNotSentAndTheNextOneIsWhenAPlaceIsFree() {
        var narrow = systems.journaled("narrow", LIMITS.withConcurrentCalls(1));
        var first = new CompletableFuture<String>();
        var waiting = narrow.ask("look-up", "kb1", Mono.fromFuture(first)).toFuture();

        assertThat(ask(narrow, Mono.just("second"))).isInstanceOf(NotSent.class);

        first.complete("first");
        assertThat(waiting.join()).isEqualTo(new Answered<>("first"));
        assertThat(ask(narrow, Mono.just("third"))).isEqualTo(new Answered<>("third"));
    }

    @Test
    void aSystemThatIsAskedAtEveryCallbackStaysOutOfTheTimelineButNotOutOfTheMetrics() {
        ask(systems.unjournaled("hot", LIMITS), Mono.just("yes"));

        assertThat(journal.entries()).isEmpty();
        assertThat(metrics.get("koobridge.outside.calls")
                        .tag("system", "hot")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void anAnswerKeepsItsKindWhenItsValueChanges() {
        assertThat(new Answered<>(2).map(n -> n * 2)).isEqualTo(new Answered<>(4));
        assertThat(new NotSent<Integer>("why").map(n -> n * 2)).isEqualTo(new NotSent<>("why"));
        assertThat(new Uncertain<Integer>("why").map(n -> n * 2)).isEqualTo(new Uncertain<>("why"));
    }

    private <T> Answer<T> ask(OutsideSystem asked, Mono<T> call) {
        return Objects.requireNonNull(asked.ask("look-up", "kb1", call).block(Duration.ofSeconds(10)));
    }

    private long calls(String outcome) {
        return metrics.get("koobridge.outside.calls")
                .tag("system", "crm")
                .tag("outcome", outcome)
                .timer()
                .count();
    }
}
