package io.koobridge.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.call.BodyRead;
import io.koobridge.gateway.command.Refusal;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class BodyIntakeTest {

    private final BodyBudget budget = new BodyBudget(100);
    private final TestPublisher<DataBuffer> wire = TestPublisher.create();

    @Test
    void aBodyIsCollectedAndHeldUntilItIsReleased() {
        var intake = intake(Flux.just(bytes("{\"a\""), bytes(":1}")));

        var read = intake.read(20).block();

        assertThat(read).isInstanceOfSatisfying(BodyRead.Complete.class, complete -> assertThat(complete.body())
                .asString(UTF_8)
                .isEqualTo("{\"a\":1}"));
        assertThat(intake.leavesConnectionUsable()).isTrue();
        assertThat(budget.left()).isEqualTo(93);
        intake.release();
        assertThat(budget.left()).isEqualTo(100);
    }

    @Test
    void exactlyTheLimitIsNotTooLong() {
        assertThat(intake(Flux.just(bytes("1234"))).read(4).block()).isInstanceOf(BodyRead.Complete.class);
    }

    @Test
    void oneByteMoreIsTooLongAndGivesEverythingBack() {
        var intake = intake(wire.flux());

        StepVerifier.create(intake.read(4))
                .then(() -> wire.next(bytes("1234"), bytes("5")))
                .assertNext(read -> assertThat(read).isEqualTo(new BodyRead.GivenUp(Refusal.TOO_LONG)))
                .verifyComplete();
        assertThat(intake.leavesConnectionUsable()).isFalse();
        assertThat(budget.left()).isEqualTo(100);
    }

    @Test
    void aDeclaredLengthIsBelievedWhenItIsTooLong() {
        var request = MockServerHttpRequest.post("/").contentLength(5).body(wire.flux());

        assertThat(new BodyIntake(request, budget, () -> false, Schedulers.parallel())
                        .read(4)
                        .block())
                .isEqualTo(new BodyRead.GivenUp(Refusal.TOO_LONG));
    }

    @Test
    void aBodyForWhichThereIsNoRoomIsGivenUp() {
        budget.take(98);

        assertThat(intake(Flux.just(bytes("123"))).read(4).block()).isEqualTo(new BodyRead.GivenUp(Refusal.NO_ROOM));
        assertThat(budget.left()).isEqualTo(2);
    }

    @Test
    void aBodyThatDoesNotEndIsGivenUpAfterTenSeconds() {
        StepVerifier.withVirtualTime(() -> intake(wire.flux()).read(4))
                .expectSubscription()
                .then(() -> wire.next(bytes("12")))
                .expectNoEvent(Duration.ofMillis(9_999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(new BodyRead.GivenUp(Refusal.TOO_SLOW))
                .verifyComplete();
        assertThat(budget.left()).isEqualTo(100);
    }

    @Test
    void anEndThatIsNoneIsUnreadable() {
        var intake = intake(Flux.just(bytes("12")), () -> true);

        assertThat(intake.read(4).block()).isEqualTo(new BodyRead.GivenUp(Refusal.UNREADABLE));
        assertThat(intake.leavesConnectionUsable()).isFalse();
        assertThat(budget.left()).isEqualTo(100);
    }

    @Test
    void aBodyThatBreaksOffIsUnreadable() {
        var intake = intake(Flux.concat(Flux.just(bytes("12")), Flux.error(new IllegalStateException("broken"))));

        assertThat(intake.read(4).block()).isEqualTo(new BodyRead.GivenUp(Refusal.UNREADABLE));
        assertThat(budget.left()).isEqualTo(100);
    }

    @Test
    void theRemainderIsThrownAwayUntilItsEnd() {
        var intake = intake(wire.flux());
        StepVerifier.create(intake.read(1))
                .then(() -> wire.next(bytes("123")))
                .expectNextCount(1)
                .verifyComplete();

        StepVerifier.create(intake.remainder())
                .then(() -> wire.next(bytes("456")).complete())
                .verifyComplete();

        assertThat(intake.leavesConnectionUsable()).isFalse();
    }

    @Test
    void aRemainderWithoutEndIsLeftAfterASecond() {
        StepVerifier.withVirtualTime(() -> intake(wire.flux()).remainder())
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(999))
                .thenAwait(Duration.ofMillis(1))
                .verifyComplete();
        wire.assertCancelled();
    }

    @Test
    void aRequestWithoutBodyHasEndedBeforeItIsRead() {
        var request = MockServerHttpRequest.get("/").build();

        assertThat(new BodyIntake(request, budget, () -> false, Schedulers.parallel()).leavesConnectionUsable())
                .isTrue();
    }

    private BodyIntake intake(Flux<DataBuffer> body) {
        return intake(body, () -> false);
    }

    private BodyIntake intake(Flux<DataBuffer> body, BooleanSupplier unreadable) {
        var request = MockServerHttpRequest.post("/")
                .header("Transfer-Encoding", "chunked")
                .body(body);
        return new BodyIntake(request, budget, unreadable, Schedulers.parallel());
    }

    private static DataBuffer bytes(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(UTF_8));
    }
}
