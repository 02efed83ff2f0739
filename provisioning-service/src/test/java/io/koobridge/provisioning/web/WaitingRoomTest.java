package io.koobridge.provisioning.web;

import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.OrderedInstance.Wait;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.service.web.WaitingRoom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** How a question waits, in virtual time. */
class WaitingRoomTest {

    private static final Wait PATIENT = new Wait(InstanceKind.SAAS, Instances.ORDER, 12_000);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Long> readAt = new ArrayList<>();
    private Supplier<Mono<Instance>> document = Mono::empty;
    private final WaitingRoom room = new WaitingRoom();
    private final AwaitedInstance instance = new AwaitedInstance(Mono.defer(() -> {
        readAt.add(time.now(TimeUnit.MILLISECONDS));
        return document.get();
    }));

    /** What one question came to. */
    private final class Asked {
        final AtomicReference<@Nullable Optional<Instance>> answer = new AtomicReference<>();
        final AtomicReference<@Nullable Throwable> error = new AtomicReference<>();
        final Disposable subscription;

        Asked(Wait question) {
            subscription = room.awaited("CS1", instance, Duration.ofMillis(question.waitMillis()))
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .subscribe(answer::set, error::set);
        }
    }

    @BeforeEach
    void useVirtualTime() {
        VirtualTimeScheduler.set(time);
    }

    @AfterEach
    void useRealTime() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void whatIsReadyOrReleasedIsAnsweredAtOnce() {
        for (var end : List.of(Instances.active(), Instances.frozen(), Instances.released())) {
            is(end);

            assertThat(new Asked(PATIENT).answer.get()).contains(end);
        }
        assertThat(readAt).hasSize(3);
    }

    @Test
    void anOrderThatNobodyKnowsYetIsAnsweredOnceItsInstanceIsReady() {
        var asked = new Asked(PATIENT);
        after(Duration.ofMillis(700));
        is(Instances.ordered());
        after(Duration.ofSeconds(2));
        assertThat(asked.answer.get()).isNull();

        is(Instances.active());
        after(Duration.ofMillis(400));

        assertThat(asked.answer.get()).contains(Instances.active());
    }

    @Test
    void theDocumentIsReadOftenAtFirstAndSeldomLater() {
        is(Instances.ordered());
        new Asked(PATIENT);
        after(Duration.ofSeconds(3));

        assertThat(readAt).startsWith(0L, 50L, 125L, 237L);
        assertThat(readAt.getLast() - readAt.get(readAt.size() - 2)).isEqualTo(400);
    }

    @Tag("promise:held-answers-end")
    @Test
    void whenTheTimeIsOverItIsAnsweredAsItIs() {
        is(Instances.ordered());
        var asked = new Asked(PATIENT);
        after(Duration.ofMillis(11_999));
        assertThat(asked.answer.get()).isNull();

        after(Duration.ofMillis(1));

        assertThat(asked.answer.get()).contains(Instances.ordered());
        assertThat(readAt).as("also at the very end").endsWith(12_000L);
    }

    @Test
    void anOrderThatStaysUnknownIsAnsweredSo() {
        var asked = new Asked(PATIENT);
        after(Duration.ofSeconds(12));

        assertThat(asked.answer.get()).isEmpty();
    }

    @Test
    void aRefusalForGoodIsAnswered() {
        is(Instances.ordered());
        var asked = new Asked(PATIENT);
        after(Duration.ofSeconds(1));
        is(Instances.failed());
        after(Duration.ofMillis(400));

        assertThat(asked.answer.get()).contains(Instances.failed());
    }

    @Test
    void whatHadBeenRefusedBeforeIsBeingTriedAgain() {
        is(Instances.failed());
        var asked = new Asked(PATIENT);
        after(Duration.ofSeconds(1));
        assertThat(asked.answer.get())
                .as("the purchase beside the question is not applied yet")
                .isNull();
        var again = Instances.after(Instances.failed(), fact("purchase", 60, Instances.PURCHASE));
        is(again);
        after(Duration.ofSeconds(1));
        assertThat(asked.answer.get()).isNull();
        is(again.refused(Instances.FAILURE));
        after(Duration.ofMillis(400));

        assertThat(asked.answer.get()).contains(again.refused(Instances.FAILURE));
    }

    @Test
    void anOldRefusalIsAnsweredWhenTheTimeIsOver() {
        is(Instances.failed());
        var asked = new Asked(PATIENT);
        after(Duration.ofSeconds(12));

        assertThat(asked.answer.get()).contains(Instances.failed());
    }

    @Test
    void aReadyInstanceWithoutAnAddressIsWaitedFor() {
        var bare = Instances.learned().madeReal(null);
        is(bare);
        var asked = new Asked(PATIENT);
        after(Duration.ofSeconds(1));
        assertThat(asked.answer.get()).isNull();
        is(bare.madeReal(Instances.ACCESS));
        after(Duration.ofMillis(400));

        assertThat(asked.answer.get()).isPresent();
    }

    @Test
    void aLicenceHasNoAddressAndIsReadyWithoutOne() {
        var licence =
                Instances.knowing(Instances.orderedLicense(), Instances.BOUGHT).madeReal(null);
        is(licence);

        assertThat(new Asked(new Wait(InstanceKind.LICENSE, Instances.ORDER, 12_000)).answer.get())
                .contains(licence);
    }

    @Tag("promise:held-answers-end")
    @Test
    void whoeverHangsUpIsReadForNoMore() {
        is(Instances.ordered());
        var asked = new Asked(PATIENT);
        after(Duration.ofSeconds(1));
        asked.subscription.dispose();
        var reads = readAt.size();
        after(Duration.ofSeconds(12));

        assertThat(readAt).hasSize(reads);
    }

    @Tag("promise:held-answers-end")
    @Test
    void whoeverFindsTheRoomFullIsAnsweredAtOnceUntilSomebodyLeaves() {
        is(Instances.ordered());
        var guests = new ArrayList<Asked>();
        for (int i = 0; i < WaitingRoom.PLACES; i++) {
            guests.add(new Asked(PATIENT));
        }
        assertThat(new Asked(PATIENT).answer.get()).contains(Instances.ordered());
        is(Instances.failed());
        assertThat(new Asked(PATIENT).answer.get())
                .as("an old refusal, which is being tried again")
                .isEmpty();
        is(Instances.ordered());

        guests.getFirst().subscription.dispose();
        var next = new Asked(PATIENT);
        assertThat(next.answer.get()).isNull();
        assertThat(new Asked(PATIENT).answer.get()).isNotNull();
        after(Duration.ofSeconds(12));

        assertThat(next.answer.get()).isNotNull();
        assertThat(guests).filteredOn(guest -> guest.answer.get() == null).hasSize(1);
        assertThat(new Asked(PATIENT).answer.get())
                .as("all places are free again")
                .isNull();
    }

    @Test
    void aStoreThatFailsForAMomentIsNoAnswer() {
        is(Instances.ordered());
        var asked = new Asked(PATIENT);
        document = () -> Mono.error(new IllegalStateException("no primary"));
        after(Duration.ofSeconds(2));
        assertThat(asked.error.get()).isNull();
        is(Instances.active());
        after(Duration.ofMillis(400));

        assertThat(asked.answer.get()).contains(Instances.active());
    }

    @Test
    void aStoreThatStillFailsAtTheEndIsTold() {
        is(Instances.ordered());
        var asked = new Asked(PATIENT);
        document = () -> Mono.error(new IllegalStateException("no primary"));
        after(Duration.ofSeconds(12));

        assertThat(asked.error.get()).hasMessage("no primary");
        assertThat(asked.answer.get()).isNull();
    }

    @Tag("promise:held-answers-end")
    @Test
    void aStoreThatHangsHoldsNobodyBeyondHisTime() {
        is(Instances.ordered());
        var asked = new Asked(PATIENT);
        document = Mono::never;
        after(Duration.ofMillis(12_400));

        assertThat(asked.answer.get()).contains(Instances.ordered());
    }

    private void is(Instance instance) {
        document = () -> Mono.just(instance);
    }

    private void after(Duration duration) {
        time.advanceTimeBy(duration);
    }
}
