package io.koobridge.gateway.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.Outcome;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.LostCall;
import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.gateway.address.AddressCodes;
import io.koobridge.gateway.address.AddressKeys;
import io.koobridge.gateway.address.AddressKind;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.address.KeyUses;
import io.koobridge.gateway.address.ProductionAddress;
import io.koobridge.gateway.address.UsualTerms;
import io.koobridge.gateway.command.Commands;
import io.koobridge.gateway.command.FakeInstances;
import io.koobridge.gateway.command.InstanceNames;
import io.koobridge.gateway.command.Licenses;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.command.Tenants;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialects;
import io.koobridge.gateway.dialect.saas.v2.SaasV2;
import io.koobridge.gateway.lost.Lost;
import io.koobridge.gateway.lost.LostCalls;
import io.koobridge.gateway.lost.Owner;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.gateway.publish.Publishing;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.journal.RecordingJournal.Written;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class CallbacksTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final AccessKey KEY = new AccessKey("base-1", "a-secret-made-up", null);
    private static final ProductionAddress ADDRESS = new ProductionAddress(
            "/koogallery/saas",
            AddressKind.SAAS,
            new AddressCodes(Edition.CN, "000005"),
            new AddressKeys(KeyRing.of(KEY), KeyRing.of(KEY), Optional.empty()),
            UsualTerms.USUAL);
    private static final String PURCHASE =
            "{\"activity\":\"newInstance\",\"orderId\":\"CS\",\"orderLineId\":\"CS-000001\"}";

    private static final String CHECK =
            "{\"activity\":\"changeInstanceCheck\",\"instanceId\":\"i-1\",\"productInfo\":{\"productId\":\"OFFI-2\"}}";

    private static final String RELEASE = "{\"activity\":\"releaseInstance\",\"instanceId\":\"i-1\"}";

    /** Until the producer is ready, and then until the broker has answered (ProducerSettings). */
    private static final Duration LONGEST_STORING = Duration.ofMillis(300 + 2_000);

    private final RecordingJournal journal = new RecordingJournal();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LostCalls lostCalls = new LostCalls(meters);
    private final FakeInstances instances = new FakeInstances();
    private Mono<Publication> publication = Mono.just(new Publication.Stored());
    private final Callbacks callbacks = callbacks(() -> 0);

    @Test
    void aCallIsAnsweredCountedAndJournaledOnce() {
        var ending = take(PURCHASE);

        assertThat(ending.answer().resultCode()).isEqualTo("000004");
        assertThat(ending.signer()).isEqualTo(KEY);
        assertThat(journal.written()).singleElement().satisfies(written -> {
            assertThat(written.subject()).startsWith("kb");
            assertThat(written.whenPossible()).isFalse();
        });
        assertThat(meters.get("koobridge.callbacks")
                        .tags("address", "/koogallery/saas", "activity", "newInstance", "result_code", "000004")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("koobridge.callback").tag("held", "false").timer().count())
                .isEqualTo(1);
        assertThat(meters.get("koobridge.signature.key.used")
                        .tag("key_id", "base-1")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Tag("promise:answered-in-time")
    @Test
    void aCommandThatNeverEndsIsAnsweredInTimeAllTheSame() {
        StepVerifier.withVirtualTime(() -> {
                    publication = Mono.never();
                    return callbacks.take(head("POST", PURCHASE), body(PURCHASE));
                })
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(2_600))
                .thenAwait(Duration.ofMillis(100))
                .assertNext(ending -> {
                    assertThat(ending.answer().resultCode()).isEqualTo("000005");
                    assertThat(ending.verdict()).isEqualTo("late");
                    assertThat(ending.signer()).isEqualTo(KEY);
                })
                .verifyComplete();
    }

    /** What is stored is not answered as if it were not, however long its stages take. */
    @Tag("promise:answers-are-true")
    @Test
    void aChangeWhoseStagesAllTakeTheirTimeIsAnsweredAsWhatItIs() {
        StepVerifier.withVirtualTime(() -> {
                    instances.admission = Mono.never();
                    publication = Mono.delay(LONGEST_STORING).map(_ -> new Publication.Stored());
                    return callbacks.take(head("POST", RELEASE), body(RELEASE));
                })
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(2_500))
                .thenAwait(Duration.ofMillis(200))
                .assertNext(ending -> {
                    assertThat(ending.answer().resultCode()).isEqualTo("000000");
                    assertThat(ending.verdict()).isEqualTo("verified");
                })
                .verifyComplete();
    }

    @Test
    void aChangeThatIsOlderThanWhatIsKnownSucceedsAndLeavesATrace() {
        instances.admission = Mono.just(new Answer.Answered<>(Admission.of(new Outcome.Stale<>("older"))));

        var ending = take(RELEASE);

        assertThat(ending.answer().resultCode()).isEqualTo("000000");
        assertThat(journal.entriesOf(CallbackAnswered.class))
                .extracting(CallbackAnswered::verdict)
                .containsExactly("stale");
    }

    @Tag("promise:people-are-called")
    @Test
    void aCommandThatBreaksIsAnsweredTooAndOperatorsHearOfItWhenKafkaIsBack() {
        publication = Mono.error(new IllegalStateException("a defect of ours"));

        var ending = take(PURCHASE);

        assertThat(ending.answer().resultCode()).isEqualTo("000005");
        assertThat(ending.verdict()).isEqualTo("broken");
        assertThat(ending.activity().label()).isEqualTo("newInstance");
        assertThat(journal.written()).extracting(Written::whenPossible).containsExactly(true);
    }

    @Tag("promise:answers-are-signed")
    @Test
    void aDefectAfterTheVerificationIsSignedWithTheKeyThatVerified() {
        var second = new AccessKey("base-2", "another-secret-made-up", null);
        var keys = KeyRing.of(KEY, second);
        var address = new ProductionAddress(
                "/koogallery/saas",
                AddressKind.SAAS,
                new AddressCodes(Edition.CN, "000005"),
                new AddressKeys(keys, keys, Optional.empty()),
                UsualTerms.USUAL);
        var timestamp = Long.toString(NOW.toEpochMilli());
        var signature = BodySignature.sign(second, "nonce", timestamp, PURCHASE.getBytes(UTF_8));
        var query = "signature=%s&timestamp=%s&nonce=nonce".formatted(signature, timestamp);
        Ticker broken = () -> {
            throw new IllegalStateException("a defect of ours");
        };

        var ending = Objects.requireNonNull(callbacks(broken)
                .take(
                        new CallHead(address, "POST", query, new HttpHeaders(), NOW, Schedulers.parallel()),
                        body(PURCHASE))
                .block());

        assertThat(ending.answer().resultCode()).isEqualTo("000005");
        assertThat(ending.signer()).isEqualTo(second);
        assertThat(ending.authentic()).isTrue();
        assertThat(ending.activity().label()).isEqualTo("newInstance");
        assertThat(ending.verdict()).isEqualTo("broken");
    }

    @Test
    void aCallerThatHangsUpIsCountedAndJournaledOnce() {
        publication = Mono.never();
        StepVerifier.create(callbacks.take(head("POST", PURCHASE), body(PURCHASE)))
                .thenCancel()
                .verify();

        assertThat(journal.entriesOf(CallbackAnswered.class)).singleElement().satisfies(entry -> {
            assertThat(entry.verdict()).isEqualTo("caller_gone");
            assertThat(entry.activity()).isEqualTo("newInstance");
            assertThat(entry.keyId()).isEqualTo("base-1");
        });
    }

    /** Nobody knows whether it was carried out, and nobody asks again. */
    @Tag("promise:people-are-called")
    @Test
    void aCallerThatHangsUpAndDoesNotCallAgainIsALostCallAboutItsInstance() {
        instances.verdict = Mono.never();
        StepVerifier.create(callbacks.take(head("POST", CHECK), body(CHECK)))
                .thenCancel()
                .verify();

        assertThat(lostCalls.of(Owner.PROVISIONING))
                .extracting(Lost::call)
                .containsExactly(new LostCall("i-1", null, "changeInstanceCheck", "000005", "caller_gone", NOW));
    }

    @Test
    void whatIsAnsweredOrRepeatedOrNobodysIsNoLostCall() {
        take(CHECK);
        publication = Mono.just(new Publication.NotStored("no broker"));
        take(RELEASE);
        callbacks.take(head("POST", "another body"), body(CHECK)).block();

        assertThat(lostCalls.of(Owner.PROVISIONING)).isEmpty();
    }

    @Test
    void aStrangerThatHangsUpBeforeItsBodyIsThereIsCountedToo() {
        StepVerifier.create(callbacks.take(head("POST", PURCHASE), _ -> Mono.never()))
                .thenCancel()
                .verify();

        assertThat(journal.entriesOf(CallbackAnswered.class)).singleElement().satisfies(entry -> {
            assertThat(entry.verdict()).isEqualTo("caller_gone");
            assertThat(entry.keyId()).isNull();
        });
    }

    @Test
    void hangingUpAfterTheAnswerIsNoNews() {
        StepVerifier.create(
                        callbacks.take(head("POST", PURCHASE), body(PURCHASE)).concatWith(Mono.never()))
                .expectNextCount(1)
                .thenCancel()
                .verify();

        assertThat(journal.entriesOf(CallbackAnswered.class))
                .extracting(CallbackAnswered::verdict)
                .containsExactly("verified");
    }

    @Test
    void aBodyThatBreaksIsAnsweredTooByTheFirstKey() {
        var ending = Objects.requireNonNull(callbacks
                .take(head("POST", PURCHASE), _ -> Mono.error(new IllegalStateException("a defect of ours")))
                .block());

        assertThat(ending.answer().resultCode()).isEqualTo("000005");
        assertThat(ending.authentic()).isFalse();
        assertThat(ending.signer()).isEqualTo(KEY);
    }

    @Test
    void aBodyThatIsGivenUpIsAnsweredWithWhy() {
        var ending = Objects.requireNonNull(callbacks
                .take(head("POST", PURCHASE), _ -> Mono.just(new BodyRead.GivenUp(Refusal.NO_ROOM)))
                .block());

        assertThat(ending.answer().resultCode()).isEqualTo("000005");
        assertThat(ending.verdict()).isEqualTo("no_room");
    }

    @Test
    void anotherMethodIsRefusedBeforeTheBodyIsTouched() {
        var ending = Objects.requireNonNull(callbacks
                .take(head("GET", PURCHASE), _ -> Mono.error(new AssertionError("the body was read")))
                .block());

        assertThat(ending.answer().resultCode()).isEqualTo("000002");
        assertThat(ending.verdict()).isEqualTo("method");
    }

    @Test
    void aWrongSignatureIsCountedWithItsReason() {
        var ending = Objects.requireNonNull(
                callbacks.take(head("POST", "another body"), body(PURCHASE)).block());

        assertThat(ending.answer().resultCode()).isEqualTo("000001");
        assertThat(meters.get("koobridge.signature.rejected")
                        .tag("reason", "signature_mismatch")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(journal.entriesOf(CallbackAnswered.class)).singleElement().satisfies(entry -> {
            assertThat(entry.keyId()).isNull();
            assertThat(entry.verdict()).isEqualTo("signature_mismatch");
        });
    }

    private Ending take(String body) {
        return Objects.requireNonNull(
                callbacks.take(head("POST", body), body(body)).block());
    }

    private static IncomingBody body(String body) {
        return _ -> Mono.just(new BodyRead.Complete(body.getBytes(UTF_8)));
    }

    private static CallHead head(String method, String body) {
        var timestamp = Long.toString(NOW.toEpochMilli());
        var signature = BodySignature.sign(KEY, "nonce", timestamp, body.getBytes(UTF_8));
        var query = "signature=%s&timestamp=%s&nonce=nonce".formatted(signature, timestamp);
        return new CallHead(ADDRESS, method, query, new HttpHeaders(), NOW, Schedulers.parallel());
    }

    private Callbacks callbacks(Ticker ticker) {
        var commands = new Commands(
                new InstanceNames(new SellerId("seller")),
                Publishing.instances(_ -> Mono.defer(() -> publication)),
                new Commands.Services(instances, Licenses.none(), Tenants.none()));
        var log = new CallbackLog(
                journal,
                meters,
                new CallbackLog.Memory(new KeyUses(List.of(ADDRESS), Clock.fixed(NOW, ZoneOffset.UTC)), lostCalls),
                Spans.unrecorded());
        var conversation = new Conversation(commands, new NonceMemory(ticker), log);
        var dialects = new Dialects(Map.of(AddressKind.SAAS, List.of(new SaasV2())));
        return new Callbacks(dialects, conversation, log, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
