package io.koobridge.service.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Telemetry;
import io.koobridge.service.facts.Turned.Dial;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.InMemoryLedgerStore;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;
import reactor.core.publisher.Mono;

/** A document that is known by two names is found by both, and ordinary ones cost no look-up (design §4). */
class OtherNamesTest {

    private final MutableClock clock = MutableClock.at(Poll.SIGNED.plusSeconds(2));
    private final Telemetry telemetry = new Telemetry("test", clock, new RecordingJournal(), new SimpleMeterRegistry());
    private final InMemoryLedgerStore<Dial> store = new InMemoryLedgerStore<>();
    private final Ledger<Dial> ledger = new Ledger<>(store, Turned.SHAPE, clock, () -> "ticket");
    private final List<String> lookedUp = new ArrayList<>();
    private final RecordingFindings findings = new RecordingFindings();
    private final List<ReconcileRequest> requests = new ArrayList<>();
    private final Rules rules = new Rules();
    private final FactConsumer<Turned, Dial> consumer = new FactConsumer<>(
            new EventCodec<>(Turned.FAMILY),
            rules,
            ledger,
            new FactConsumer.Surroundings(
                    "dials",
                    Mono.empty(),
                    request -> Mono.fromRunnable(() -> requests.add(request)),
                    new DeadLetters(
                            new KafkaTemplate<>(new MockProducerFactory<>(() -> new MockProducer<>(
                                    true, null, new ByteArraySerializer(), new ByteArraySerializer()))),
                            telemetry),
                    new FactReports(telemetry, findings)));

    /** Only the dial "a" can begin; "other" is another name of it. */
    private final class Rules implements FactRules<Turned, Dial> {

        @Override
        public Outcome<Dial> decide(@Nullable Dial current, Event<? extends Turned> event) {
            return current == null && !event.subject().equals("a")
                    ? new Outcome.Refused<>(Reason.UNKNOWN_INSTANCE)
                    : Turned.decide(current, event);
        }

        @Override
        public Mono<String> otherName(String id) {
            return Mono.defer(() -> {
                lookedUp.add(id);
                return id.equals("other") ? Mono.just("a") : Mono.empty();
            });
        }
    }

    @Test
    void aFactUnderAnotherNameIsAppliedToItsDocument() {
        consumer.accept(new Poll().turned("a", 1).message());
        assertThat(lookedUp).isEmpty();

        consumer.accept(new Poll().turned("other", 2).message());

        assertThat(dial("a")).isEqualTo(new Dial(List.of(1, 2)));
        assertThat(store.find("other").blockOptional()).isEmpty();
        assertThat(requests).extracting(ReconcileRequest::id).containsExactly("a", "a");
    }

    @Test
    void aFactThatIsRefusedByItsDocumentIsLookedForNowhereElse() {
        consumer.accept(new Poll().turned("a", 1).turned("a", Turned.REFUSED).message());

        assertThat(lookedUp).isEmpty();
    }

    @Test
    void aFactThatNobodyKnowsIsRefusedAsBefore() {
        consumer.accept(new Poll().turned("nobody", 1).message());

        assertThat(lookedUp).containsExactly("nobody");
        assertThat(store.find("nobody").blockOptional()).isEmpty();
        assertThat(findings.subjects(CommonFinding.FACT_REFUSED).collectList().block())
                .containsExactly("nobody");
    }

    @Test
    void aRehearsalSaysWhatBecomesOfTheDocumentWithTheOtherName() {
        consumer.accept(new Poll().turned("a", 1).message());
        var codec = new EventCodec<>(Turned.FAMILY);
        var wire = codec.encode(new Event<>("f", "other", "/test", Poll.SIGNED, Poll.SIGNED, null, new Turned(2)));

        var rehearsal = new FactRehearsal<>(codec, rules, ledger, Turned.SHAPE)
                .of(wire.headers(), wire.data())
                .block();

        assertThat(rehearsal).isInstanceOfSatisfying(Rehearsal.Decided.class, decided -> {
            assertThat(decided.subject()).isEqualTo("a");
            assertThat(decided.outcome()).isEqualTo("applied");
        });
        assertThat(dial("a")).isEqualTo(new Dial(List.of(1)));
    }

    private @Nullable Dial dial(String id) {
        return store.find(id).map(Entry::state).block();
    }
}
