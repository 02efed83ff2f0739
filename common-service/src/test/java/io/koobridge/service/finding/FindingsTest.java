package io.koobridge.service.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.FindingClosed;
import io.koobridge.events.journal.JournalEntry.FindingOpened;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Stores;
import io.koobridge.service.Telemetry;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FindingsTest {

    private static final FindingKind REFUSED = CommonFinding.FACT_REFUSED;

    private final Stores stores = Stores.fresh(FindingsTest.class);
    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final RecordingJournal journal = new RecordingJournal();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Findings findings = new Findings(
            LedgerModule.collection(stores.database(), "findings"), new Telemetry("test", clock, journal, metrics));

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aFindingIsOpenedOnceHoweverOftenItIsSeen() {
        findings.open("kb-1", REFUSED, "first").block();
        clock.advance(Duration.ofMinutes(5));
        findings.open("kb-1", REFUSED, "second").block();
        findings.open("kb-1", REFUSED, "second").block();

        assertThat(journal.entriesAbout("kb-1"))
                .as("each thing once")
                .containsExactly(
                        new FindingOpened("test", "FACT_REFUSED", "first"),
                        new FindingOpened("test", "FACT_REFUSED", "second"));
        assertThat(counted()).isEqualTo(1);
        var row = row("kb-1");
        assertThat(row.getBoolean("open").getValue()).isTrue();
        assertThat(row.getString("detail").getValue()).isEqualTo("second");
        assertThat(row.getNumber("seen").intValue()).isEqualTo(3);
        assertThat(Duration.ofMillis(row.getDateTime("lastSeenAt").getValue()
                        - row.getDateTime("openedAt").getValue()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void openFindingsOfAKindAreFoundAgain() {
        findings.open("kb-1", REFUSED, "x").block();
        findings.open("kb-2", REFUSED, "x").block();
        findings.open("kb-3", () -> "ANOTHER", "x").block();
        findings.close("kb-1", REFUSED).block();

        assertThat(findings.subjects(REFUSED).collectList().block()).containsExactly("kb-2");
    }

    @Test
    void openOnesAreCountedByKind() {
        findings.open("kb-1", REFUSED, "x").block();
        findings.open("kb-2", REFUSED, "x").block();
        findings.open("kb-3", () -> "ANOTHER", "x").block();
        findings.open("kb-4", () -> "OVER", "x").block();
        findings.close("kb-4", () -> "OVER").block();

        assertThat(new FindingRows(LedgerModule.collection(stores.database(), "findings"))
                        .openByKind()
                        .block())
                .containsExactlyInAnyOrderEntriesOf(Map.of("FACT_REFUSED", 2L, "ANOTHER", 1L));
    }

    @Test
    void whatIsOftenListedHasAnIndex() {
        findings.prepare(stores.database()).block();

        var keys = Flux.from(
                        LedgerModule.collection(stores.database(), "findings").listIndexes(BsonDocument.class))
                .map(index -> index.getDocument("key").toJson())
                .collectList()
                .block();

        assertThat(keys).contains("{\"kind\": 1, \"open\": 1}", "{\"open\": 1, \"lastSeenAt\": -1}");
    }

    @Test
    void subjectsAndKindsAreTakenApart() {
        findings.open("kb-1", REFUSED, "x").block();
        findings.open("kb-2", REFUSED, "x").block();
        findings.open("kb-1", () -> "ANOTHER", "x").block();

        assertThat(journal.entriesOf(FindingOpened.class)).hasSize(3);
    }

    @Test
    void whatIsNoLongerTrueIsClosedAndMayBeOpenedAgain() {
        findings.open("kb-1", REFUSED, "x").block();
        findings.close("kb-1", REFUSED).block();
        assertThat(row("kb-1").containsKey("closedAt")).isTrue();

        findings.open("kb-1", REFUSED, "again").block();

        assertThat(row("kb-1").getBoolean("open").getValue()).isTrue();
        assertThat(row("kb-1").containsKey("closedAt")).as("it is open").isFalse();
        assertThat(journal.entriesAbout("kb-1"))
                .containsExactly(
                        new FindingOpened("test", "FACT_REFUSED", "x"),
                        new FindingClosed("test", "FACT_REFUSED"),
                        new FindingOpened("test", "FACT_REFUSED", "again"));
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void closingWhatIsNotOpenSaysNothing() {
        findings.close("kb-9", REFUSED).block();

        assertThat(journal.entries()).isEmpty();
    }

    private double counted() {
        return metrics.counter("koobridge.findings", "kind", "FACT_REFUSED").count();
    }

    private BsonDocument row(String subject) {
        return Mono.from(LedgerModule.collection(stores.database(), "findings")
                        .find(new BsonDocument("_id", new BsonString("FACT_REFUSED|" + subject)))
                        .first())
                .blockOptional()
                .orElseThrow();
    }
}
