package io.koobridge.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KeyUses;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.lost.LostCalls;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.trace.Span;
import io.koobridge.runtime.trace.SpanKind;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import reactor.core.scheduler.Schedulers;

class CallbackLogTest {

    private static final AccessKey KEY = new AccessKey("base-1", "a-secret-made-up", null);
    private static final ProductionAddress ADDRESS = new ProductionAddress(
            "/koogallery/saas",
            AddressKind.SAAS,
            new AddressCodes(Edition.CN, "000005"),
            new AddressKeys(KeyRing.of(KEY), KeyRing.of(KEY), Optional.empty()),
            UsualTerms.USUAL);

    private static final CallHead HEAD =
            new CallHead(ADDRESS, "POST", "", new HttpHeaders(), Instant.EPOCH, Schedulers.immediate());

    private final RecordingJournal journal = new RecordingJournal();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallbackLog log = new CallbackLog(
            journal,
            meters,
            new CallbackLog.Memory(new KeyUses(List.of(ADDRESS), Clock.systemUTC()), new LostCalls(meters)),
            Spans.unrecorded());

    private final Span span = Spans.unrecorded().start(SpanKind.SERVER, "callback", null);

    @Tag("promise:people-are-called")
    @ParameterizedTest
    @CsvSource({
        "newInstance,         true,  true,  false",
        "changeInstanceCheck, false, true,  true",
        "changeInstanceCheck, false, false, false",
    })
    void aPersonIsCalledOnlyWhenACallFailedThatNobodyRepeats(
            String activity, boolean repeated, boolean failed, boolean needsRestart) {
        log.ended(HEAD, ending(new Activity(activity, repeated), failed), Duration.ofMillis(12), span);

        assertThat(journal.entriesOf(CallbackAnswered.class)).singleElement().satisfies(entry -> {
            assertThat(entry.needsRestart()).isEqualTo(needsRestart);
            assertThat(entry.millis()).isEqualTo(12);
        });
        assertThat(journal.written())
                .extracting(RecordingJournal.Written::trace)
                .containsExactly(span.context());
        assertThat(meters.find("koobridge.callbacks.need.restart")
                        .tag("activity", activity)
                        .counters())
                .hasSize(needsRestart ? 1 : 0);
    }

    @Test
    void onlyFailuresHaveToSurviveAnOutage() {
        log.ended(HEAD, ending(Activity.OTHER, true), Duration.ZERO, span);
        log.ended(HEAD, ending(Activity.OTHER, false), Duration.ZERO, span);

        assertThat(journal.written())
                .extracting(RecordingJournal.Written::whenPossible)
                .containsExactly(true, false);
    }

    @Test
    void strangersCallsNeverTakeTheRoomThatOutagesNeed() {
        var answer = new CallAnswer("000005", true, "application/json", new byte[0]);

        log.ended(HEAD, new Ending(answer, KEY, false, "/a", Activity.OTHER, "no_room"), Duration.ZERO, span);

        assertThat(journal.written())
                .extracting(RecordingJournal.Written::whenPossible)
                .containsExactly(false);
    }

    private static Ending ending(Activity activity, boolean failed) {
        var answer = new CallAnswer(failed ? "000005" : "000000", failed, "application/json", new byte[0]);
        return new Ending(answer, KEY, true, "i-1", activity, failed ? "broken" : "verified");
    }
}
