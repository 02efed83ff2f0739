package io.koobridge.service.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.koobridge.events.journal.JournalEntry.DeadLettered;
import io.koobridge.events.journal.JournalEntry.FactDecided;
import io.koobridge.events.journal.JournalEntry.FindingOpened;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Stores;
import io.koobridge.service.Telemetry;
import io.koobridge.service.config.LedgerModule;
import io.koobridge.service.facts.Turned.Dial;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.FaultyLedgerStore;
import io.koobridge.service.ledger.Lease;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.mock.MockProducerFactory;
import reactor.core.publisher.Mono;

/** Nothing is skipped. What cannot be processed is put aside, everything else waits (design §2, §5). */
class FactConsumerTest {

    private static final Stores STORES = Stores.fresh(FactConsumerTest.class);

    private final MutableClock clock = MutableClock.at(Poll.SIGNED.plusSeconds(2));
    private final RecordingJournal journal = new RecordingJournal();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Telemetry telemetry = new Telemetry("test", clock, journal, metrics);
    private final FaultyLedgerStore<Dial> store = new FaultyLedgerStore<>();
    private final List<ReconcileRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger tickets = new AtomicInteger();
    private final MockProducer<byte[], byte[]> broker =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private volatile boolean brokerDown;
    private final FactConsumer<Turned, Dial> consumer = new FactConsumer<>(
            new EventCodec<>(Turned.FAMILY),
            Turned.RULES,
            new Ledger<>(store, Turned.SHAPE, clock, () -> "ticket-" + tickets.incrementAndGet()),
            new FactConsumer.Surroundings(
                    "dials",
                    Mono.empty(),
                    request -> brokerDown
                            ? Mono.error(new IllegalStateException("no broker"))
                            : Mono.fromRunnable(() -> requests.add(request)),
                    new DeadLetters(new KafkaTemplate<>(new MockProducerFactory<>(() -> broker)), telemetry),
                    new FactReports(
                            telemetry,
                            new Findings(LedgerModule.collection(STORES.database(), "findings"), telemetry))));

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Test
    void aPollIsAppliedAndWhatFollowsFromItIsAskedFor() {
        consumer.accept(new Poll().turned("a", 1).turned("b", 1).message());

        assertThat(dial("a")).isEqualTo(new Dial(List.of(1)));
        assertThat(dial("b")).isEqualTo(new Dial(List.of(1)));
        assertThat(requests)
                .extracting(ReconcileRequest::ledger, ReconcileRequest::id)
                .containsExactlyInAnyOrder(tuple("dials", "a"), tuple("dials", "b"));
    }

    @Tag("promise:order-is-kept")
    @Test
    void recordsOfOneKeyAreAppliedInTheirOrderHoweverManyKeysThereAre() {
        var poll = new Poll();
        IntStream.range(0, 1_000).forEach(i -> poll.turned("dial-" + i % 100, i / 100));

        consumer.accept(poll.message());

        assertThat(IntStream.range(0, 100)).allSatisfy(i -> assertThat(dial("dial-" + i))
                .isEqualTo(new Dial(IntStream.range(0, 10).boxed().toList())));
    }

    @Tag("promise:nothing-is-skipped")
    @Test
    void otherKeysGoOnWhenOneFailsAndTheFirstRecordNotDoneIsNamed() {
        store.failFor("b"::equals);

        var failure =
                failure(new Poll().turned("a", 1).turned("b", 1).turned("a", 2).turned("c", 1));

        assertThat(failure.getIndex()).isEqualTo(1);
        assertThat(failure).hasMessageContaining("nobody there");
        assertThat(dial("a")).isEqualTo(new Dial(List.of(1, 2)));
        assertThat(dial("c")).isEqualTo(new Dial(List.of(1)));
        assertThat(broker.history()).isEmpty();
    }

    @Tag("promise:order-is-kept")
    @Test
    void aKeyStopsAtItsFirstFailureSoThatItsOrderIsKept() {
        store.failFor("a"::equals);
        failure(new Poll().turned("a", 1).turned("a", 2));
        store.failFor(_ -> false);

        assertThat(find("a")).isEmpty();
        consumer.accept(new Poll().turned("a", 1).turned("a", 2).message());
        assertThat(dial("a")).isEqualTo(new Dial(List.of(1, 2)));
    }

    @Tag("promise:nothing-is-skipped")
    @Test
    void whileTheStoreIsDownNothingIsSkippedOrPutAside() {
        store.failFor(_ -> true);

        assertThat(failure(new Poll().turned("a", 1).turned("b", 1)).getIndex()).isZero();

        assertThat(broker.history()).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void aRequestThatWasNotSentIsSentWhenTheRecordComesAgain() {
        brokerDown = true;
        assertThat(failure(new Poll().turned("a", 1)).getIndex()).isZero();
        brokerDown = false;

        consumer.accept(new Poll().turned("a", 1).message());

        assertThat(requests).containsExactly(new ReconcileRequest("dials", "a", "ticket-1"));
        assertThat(dial("a")).isEqualTo(new Dial(List.of(1)));
    }

    @Tag("promise:forgotten-work-is-found")
    @Test
    void aRedeliveredFactWithUnsettledWorkSendsTheRequestAgain() {
        consumer.accept(new Poll().turned("a", 1).message());
        consumer.accept(new Poll().turned("a", 1).message());

        assertThat(requests).hasSize(2).containsOnly(new ReconcileRequest("dials", "a", "ticket-1"));
        assertThat(journal.entriesOf(FactDecided.class))
                .containsExactly(
                        new FactDecided("test", "a-1", "turned", "applied", null),
                        new FactDecided("test", "a-1", "turned", "unchanged", null));
    }

    @Test
    void aRedeliveredFactWhoseWorkIsSettledSendsNothing() {
        consumer.accept(new Poll().turned("a", 1).message());
        settle("a");

        consumer.accept(new Poll().turned("a", 1).message());

        assertThat(requests).hasSize(1);
    }

    @Tag("promise:unreadable-is-put-aside")
    @Test
    void anUnreadableRecordIsPutAsideUnchangedAndTheNextOneIsApplied() {
        var key = "a".getBytes(UTF_8);
        var value = new byte[] {(byte) 0xff, 0, 1};

        consumer.accept(new Poll()
                .record(key, Map.of("theirs", new byte[] {9}), value)
                .turned("a", 1)
                .message());

        assertThat(broker.history()).singleElement().satisfies(dead -> {
            assertThat(dead.topic()).isEqualTo("koobridge.facts.dials.dlq");
            assertThat(dead.key()).isEqualTo(key);
            assertThat(dead.value()).isEqualTo(value);
            assertThat(dead.headers().lastHeader("theirs").value()).isEqualTo(new byte[] {9});
            assertThat(header(dead, DeadLetters.REASON)).isEqualTo("unreadable");
            assertThat(header(dead, DeadLetters.TOPIC)).isEqualTo("koobridge.facts.dials");
            assertThat(header(dead, DeadLetters.PARTITION)).isEqualTo("2");
            assertThat(header(dead, DeadLetters.OFFSET)).isEqualTo("100");
            assertThat(header(dead, DeadLetters.AT)).isEqualTo("2026-11-22T08:00:02Z");
        });
        assertThat(dial("a")).isEqualTo(new Dial(List.of(1)));
        assertThat(journal.entriesOf(DeadLettered.class))
                .containsExactly(new DeadLettered("test", "koobridge.facts.dials", 2, 100, "unreadable"));
        assertThat(metrics.counter("koobridge.dead.lettered", "service", "test", "reason", "unreadable")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatADeadLetterSaysIsBounded() {
        consumer.accept(new Poll()
                .record(null, Map.of("ce_schemaversion", "1", "ce_type", "x".repeat(10_000)), "{}".getBytes(UTF_8))
                .message());

        assertThat(header(broker.history().getFirst(), DeadLetters.DETAIL)).hasSizeLessThanOrEqualTo(2_001);
    }

    @Test
    void aTombstoneAmongFactsIsPutAside() {
        consumer.accept(new Poll().record("a".getBytes(UTF_8), Map.of(), null).message());

        assertThat(broker.history()).singleElement().satisfies(dead -> {
            assertThat(dead.value()).isNull();
            assertThat(header(dead, DeadLetters.DETAIL)).isEqualTo("the record has no data");
        });
    }

    @Test
    void aDeadLetterPutAsideAgainSaysWhereItCameFromLast() {
        consumer.accept(new Poll()
                .record(null, Map.of(DeadLetters.REASON, "earlier", DeadLetters.OFFSET, "5"), new byte[0])
                .message());

        var headers = broker.history().getFirst().headers();
        assertThat(headers.headers(DeadLetters.REASON)).hasSize(1);
        assertThat(header(broker.history().getFirst(), DeadLetters.OFFSET)).isEqualTo("100");
    }

    @Test
    void aRecordThatTheBrokerDoesNotTakeIsNotDone() {
        broker.sendException = new IllegalStateException("no broker");

        assertThat(failure(new Poll().turned("a", 1).record(null, Map.of(), new byte[0]))
                        .getIndex())
                .isEqualTo(1);

        assertThat(journal.entriesOf(DeadLettered.class)).isEmpty();
    }

    @Test
    void aFactThatNobodyCanDecideIsPutAside() {
        consumer.accept(
                new Poll().turned("a", Turned.UNDECIDABLE).turned("a", 1).message());

        assertThat(header(broker.history().getFirst(), DeadLetters.REASON)).isEqualTo("undecidable");
        assertThat(header(broker.history().getFirst(), DeadLetters.DETAIL)).contains("no idea what to do");
        assertThat(dial("a")).isEqualTo(new Dial(List.of(1)));
    }

    @Test
    void aFactThatIsRefusedIsAFindingForAPerson() {
        consumer.accept(new Poll().turned("refused", Turned.REFUSED).message());

        assertThat(journal.entriesAbout("refused"))
                .containsExactly(
                        new FactDecided("test", "refused--1", "turned", "refused", "RELEASED"),
                        new FindingOpened("test", "FACT_REFUSED", "turned: RELEASED"));
        assertThat(broker.history()).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void everyDecisionIsCountedAndAged() {
        consumer.accept(new Poll().turned("a", 1).turned("a", 1).message());

        assertThat(counted("applied")).isEqualTo(1);
        assertThat(counted("unchanged")).isEqualTo(1);
        assertThat(metrics.timer("koobridge.fact.age", "service", "test").max(TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void aPollThatCannotBeReadIsNotDoneEither() {
        assertThat(failure(new Poll()).getIndex()).isZero();
    }

    @Test
    void untilTheStoreIsReadyNothingIsApplied() {
        var waiting = new FactConsumer<>(
                new EventCodec<>(Turned.FAMILY),
                Turned.RULES,
                new Ledger<>(store, Turned.SHAPE, clock, () -> "t"),
                new FactConsumer.Surroundings(
                        "dials",
                        Mono.error(new IllegalStateException("another seller's")),
                        _ -> Mono.empty(),
                        new DeadLetters(new KafkaTemplate<>(new MockProducerFactory<>(() -> broker)), telemetry),
                        new FactReports(
                                telemetry,
                                new Findings(LedgerModule.collection(STORES.database(), "findings"), telemetry))));

        assertThatThrownBy(() -> waiting.accept(new Poll().turned("a", 1).message()))
                .isInstanceOf(BatchListenerFailedException.class);
        assertThat(find("a")).isEmpty();
    }

    private BatchListenerFailedException failure(Poll poll) {
        var failure = catchThrowableOfType(BatchListenerFailedException.class, () -> consumer.accept(poll.message()));
        assertThat(failure).as("the poll is delivered again").isNotNull();
        return failure;
    }

    private void settle(String id) {
        var now = clock.instant();
        store.claim(id, "ticket-1", new Lease("me", now.plusSeconds(9)), now).block();
        assertThat(store.settle(id, 1, "me").block()).isTrue();
    }

    private double counted(String outcome) {
        return metrics.counter("koobridge.facts", "service", "test", "fact", "turned", "outcome", outcome)
                .count();
    }

    private Optional<Dial> find(String id) {
        return store.find(id).map(Entry::state).blockOptional();
    }

    private Dial dial(String id) {
        return find(id).orElseThrow();
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
