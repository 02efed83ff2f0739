package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Phase;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Purchases that are held keep nobody else waiting, however many there are. */
class V1FloodTest {

    private static final int HELD = 600;
    private static final String READY = "CS-READY-";
    private static final Duration HOLD = Duration.ofSeconds(4);
    private static final Duration PROMISE = Duration.ofSeconds(3);

    private final MutableClock clock = MutableClock.at(GatewayTest.VECTOR_A);

    private record Timed(Reply reply, Duration took) {}

    @Tag("promise:v1-answered-in-time")
    @Tag("promise:answered-in-time")
    @Test
    void hundredsOfHeldPurchasesAreAnsweredInTimeAndOthersMeanwhile() throws Exception {
        var held = new CountDownLatch(1);
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = RunningGateway.start(
                        TestBroker.shared().bootstrapServers(),
                        provisioning.url(),
                        clock,
                        Map.of("koobridge.gateway.addresses[0].v1.hold", HOLD.toSeconds() + "s"));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            GatewayTest.awaitStoring(gateway, clock);
            provisioning.awaits(_ -> waited(held));
            provisioning.glances(
                    question -> new OrderedInstance(question.order().orderId().startsWith(READY) ? view() : null));
            provisioning.knows(view());
            provisioning.resolves(_ -> new InstanceResolution("i-1", Phase.ACTIVE, true, null));

            var purchases = IntStream.range(0, HELD)
                    .mapToObj(i -> callers.submit(
                            timed(gateway, V1Call.newInstance("CS-FLOOD-" + i).bytes())))
                    .toList();
            Awaitility.await("purchases that are held")
                    .atMost(HOLD)
                    .until(() -> provisioning.awaits().size() >= 8);
            var others = IntStream.range(0, 40)
                    .mapToObj(i -> callers.submit(timed(
                            gateway,
                            (i % 2 == 0 ? Call.queryInstance(clock, "i-1") : Call.newInstance(clock, "CS-QUICK-" + i))
                                    .bytes())))
                    .toList();
            var ready = IntStream.range(0, 20)
                    .mapToObj(i -> callers.submit(
                            timed(gateway, V1Call.newInstance(READY + i).bytes())))
                    .toList();

            assertThat(answers(others)).allSatisfy(other -> {
                assertThat(other.reply().isProper().code()).isEqualTo("000000");
                assertThat(other.took()).isLessThan(PROMISE);
            });
            assertThat(answers(ready)).allSatisfy(looked -> {
                assertThat(looked.reply().isProperV1(RunningGateway.V1_KEY).code())
                        .isEqualTo("000000");
                assertThat(looked.took()).isLessThan(PROMISE);
            });
            assertThat(answers(purchases)).hasSize(HELD).allSatisfy(purchase -> {
                assertThat(purchase.reply().isProperV1(RunningGateway.V1_KEY).code())
                        .isIn("000004", "000005");
                assertThat(purchase.took()).isLessThan(HOLD.plus(PROMISE));
            });
            System.out.printf(
                    "held: %d asked at provisioning, slowest other %s, slowest purchase %s, not stored %d%n",
                    provisioning.awaits().size(),
                    slowest(others),
                    slowest(purchases),
                    answers(purchases).stream()
                            .filter(purchase -> purchase.reply().code().equals("000005"))
                            .count());
        } finally {
            held.countDown();
        }
    }

    private static Callable<Timed> timed(RunningGateway gateway, byte[] call) {
        return () -> {
            long began = System.nanoTime();
            var reply = Connection.exchange(gateway.port(), call);
            return new Timed(reply, Duration.ofNanos(System.nanoTime() - began));
        };
    }

    private static List<Timed> answers(List<Future<Timed>> calls) {
        return calls.stream().map(V1FloodTest::answer).toList();
    }

    private static Timed answer(Future<Timed> call) {
        try {
            return call.get(30, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("a call was not answered", failed);
        }
    }

    private static Duration slowest(List<Future<Timed>> calls) {
        return answers(calls).stream().map(Timed::took).max(Duration::compareTo).orElseThrow();
    }

    private static OrderedInstance waited(CountDownLatch held) {
        try {
            boolean ended = held.await(30, TimeUnit.SECONDS);
            return new OrderedInstance(ended ? view() : null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OrderedInstance(null);
        }
    }

    private static View view() {
        return new View(
                "i-1", Phase.ACTIVE, new AppInfo("https://app.example.com", null, null, null, null), null, null);
    }
}
