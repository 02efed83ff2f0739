package io.koobridge.gateway.lost;

import static io.koobridge.gateway.lost.LostExamples.application;
import static io.koobridge.gateway.lost.LostExamples.release;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.inquiry.LostCall;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TellingTest {

    private final LostCalls lostCalls = new LostCalls(new SimpleMeterRegistry());
    private final Service provisioning = new Service();
    private final Service license = new Service();
    private final Telling telling = new Telling(
            lostCalls, Map.of(Owner.PROVISIONING, provisioning, Owner.LICENSES, license), Duration.ofMillis(1));

    @Test
    void eachCallIsToldOnceToTheServiceThatKnowsWhatItWasAbout() {
        lostCalls.add(release("i-1"));
        lostCalls.add(application("i-2", "e-2"));

        telling.round().block();
        telling.round().block();

        assertThat(provisioning.asked).containsExactly(release("i-1").call());
        assertThat(license.asked).containsExactly(application("i-2", "e-2").call());
    }

    @Tag("promise:people-are-called")
    @Test
    void nothingIsLostWhileAServiceIsAwayAndTheOtherIsToldAllTheSame() {
        provisioning.away = true;
        lostCalls.add(release("i-1"));
        lostCalls.add(release("i-2"));
        lostCalls.add(application("i-3", "e-3"));

        telling.round().block();
        telling.round().block();

        assertThat(provisioning.taken).isEmpty();
        assertThat(license.taken).hasSize(1);

        provisioning.away = false;
        telling.round().block();

        assertThat(provisioning.taken)
                .containsExactlyInAnyOrder(release("i-1").call(), release("i-2").call());
        assertThat(lostCalls.count()).isZero();
    }

    @Test
    void aServiceThatIsAwayIsAskedOnceInARound() {
        provisioning.away = true;
        lostCalls.add(release("i-1"));
        lostCalls.add(release("i-2"));

        telling.round().block();

        assertThat(provisioning.asked).hasSize(1);
    }

    @Test
    void oneThatIsNeverTakenHoldsUpNoOther() {
        provisioning.refused.add("i-1");
        lostCalls.add(release("i-1"));
        lostCalls.add(release("i-2"));
        lostCalls.add(release("i-3"));

        telling.round().block();
        telling.round().block();

        assertThat(provisioning.taken)
                .containsExactly(release("i-2").call(), release("i-3").call());
        assertThat(lostCalls.of(Owner.PROVISIONING))
                .extracting(Lost::call)
                .containsExactly(release("i-1").call());
    }

    @Test
    void roundsFollowEachOtherUntilEverythingIsTaken() throws Exception {
        provisioning.awayFor(3);
        lostCalls.add(release("i-1"));

        telling.start();

        assertThat(provisioning.told.await(10, SECONDS)).isTrue();
        // Until it is known to be taken, the end would tell it once more.
        await().atMost(Duration.ofSeconds(10)).until(() -> lostCalls.count() == 0);
        telling.stop();
        assertThat(telling.isRunning()).isFalse();
        assertThat(provisioning.asked).hasSize(4);
    }

    @Test
    void whatWaitsAtTheEndIsToldOnceMoreAndNobodyWaitsForLong() throws Exception {
        var stopped = new CountDownLatch(1);
        license.hanging = true;
        lostCalls.add(release("i-1"));
        lostCalls.add(application("i-2", "e-2"));

        telling.stop(stopped::countDown);

        assertThat(stopped.await(10, SECONDS)).isTrue();
        assertThat(provisioning.taken).hasSize(1);
    }

    /** Takes lost calls, or is away. */
    private static final class Service implements ServiceClient {

        final List<LostCall> asked = new CopyOnWriteArrayList<>();
        final List<LostCall> taken = new CopyOnWriteArrayList<>();
        final Set<String> refused = ConcurrentHashMap.newKeySet();
        final CountDownLatch told = new CountDownLatch(1);
        volatile boolean away;
        volatile boolean hanging;
        private volatile int awayFor;

        void awayFor(int questions) {
            awayFor = questions;
        }

        @Override
        public <T> Mono<Answer<T>> post(String path, Object body, Class<T> type, Duration within) {
            assertThat(path).isEqualTo("/internal/lost-calls");
            var call = (LostCall) body;
            asked.add(call);
            if (hanging) {
                return Mono.never();
            }
            if (away || asked.size() <= awayFor || refused.contains(call.instanceId())) {
                return Mono.just(new Answer.NotSent<>("nobody listens"));
            }
            taken.add(call);
            told.countDown();
            return Mono.just(new Answer.Answered<>(type.cast(new LostCall.Taken(call.subject()))));
        }
    }
}
