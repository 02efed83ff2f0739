package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.journal.JournalEntry.CallbackAnswered;
import io.koobridge.runtime.journal.RecordingJournal.Written;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import io.koobridge.testkit.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise: an answer within 3 s in every case, and never one that claims what is not so (design §3). */
class OutageTest {

    private static final Duration PROMISE = Duration.ofSeconds(3);
    private static final Duration RECOVERED = Duration.ofSeconds(30);

    private final MutableClock clock = MutableClock.at(GatewayTest.VECTOR_A);

    @Tag("promise:starts-anyway")
    @Test
    void withoutABrokerTheGatewayStartsAndSaysThatItCannotStore() throws Exception {
        var nobody = "127.0.0.1:" + FreePorts.next();
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = RunningGateway.start(nobody, provisioning.url(), clock)) {

            assertThat(codes(gateway))
                    .containsExactly("000005", "000003", "000005", "000005", "000005", "000005", "000000");
            assertThat(gateway.journal().written())
                    .filteredOn(Written::whenPossible)
                    .hasSize(5);
        }
    }

    @Tag("promise:answered-in-time")
    @Test
    void aBrokerThatHangsOrDiesCostsNoCallMoreThanThreeSeconds(@TempDir Path directory) throws Exception {
        try (var broker = BrokerProcess.in(directory);
                var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = RunningGateway.start(broker.bootstrapServers(), provisioning.url(), clock)) {
            GatewayTest.awaitStoring(gateway, clock);
            var failing = Call.newInstance(clock, "CS-FAILING");

            broker.freeze();
            assertThat(timed(gateway, failing).code()).isEqualTo("000005");
            assertThat(manyAtOnce(gateway, "CS-FROZEN")).containsOnly("000005");
            assertThat(notified(gateway)).isEqualTo("000005");
            assertThat(codes(gateway))
                    .containsExactly("000005", "000003", "000005", "000005", "000005", "000005", "000000");
            provisioning.hang();
            assertThat(codes(gateway)).containsOnly("000005");
            provisioning.reset();
            broker.thaw();
            awaitSuccess(gateway, failing);

            broker.kill();
            assertThat(manyAtOnce(gateway, "CS-KILLED")).containsOnly("000005");
            assertThat(notified(gateway)).isEqualTo("000005");
            assertThat(codes(gateway))
                    .containsExactly("000005", "000003", "000005", "000005", "000005", "000005", "000000");
            broker.restart();
            awaitSuccess(gateway, Call.newInstance(clock, "CS-RESTARTED"));
            // One success speaks for one partition.
            Awaitility.await("every partition takes calls again")
                    .atMost(RECOVERED)
                    .untilAsserted(() -> {
                        assertThat(manyAtOnce(gateway, "CS-AFTERWARDS")).containsOnly("000004");
                        assertThat(notified(gateway)).isEqualTo("000000");
                    });
        }
    }

    @Tag("promise:down-is-not-unknown")
    @Test
    void withoutProvisioningFactsAreStoredAndQueriesDoNotLie() throws Exception {
        var nobody = java.net.URI.create("http://127.0.0.1:" + FreePorts.next());
        try (var gateway = RunningGateway.start(TestBroker.shared().bootstrapServers(), nobody, clock)) {
            GatewayTest.awaitStoring(gateway, clock);

            assertThat(codes(gateway))
                    .containsExactly("000004", "000005", "000000", "000000", "000000", "000000", "000005");
            assertThat(gateway.journaled())
                    .filteredOn(CallbackAnswered::needsRestart)
                    .extracting(CallbackAnswered::activity)
                    .containsExactly("changeInstanceCheck");
            assertThat(timed(gateway, Call.queryInstance(clock, "never", ours()))
                            .code())
                    .isEqualTo("000005");
        }
    }

    @Tag("promise:answered-in-time")
    @Test
    void aProvisioningThatHangsCostsAPurchaseLittleAndAQueryNoMoreThanThreeSeconds() throws Exception {
        try (var provisioning = FakeProvisioning.on(FreePorts.next());
                var gateway = RunningGateway.start(TestBroker.shared().bootstrapServers(), provisioning.url(), clock)) {
            GatewayTest.awaitStoring(gateway, clock);
            provisioning.hang();

            assertThat(manyAtOnce(gateway, "CS-HANGING")).containsOnly("000004");
            assertThat(codes(gateway))
                    .containsExactly("000004", "000005", "000000", "000000", "000000", "000000", "000005");
            var queries = atOnce(10, index -> timed(gateway, Call.queryInstance(clock, "i-" + index))
                    .code());

            assertThat(queries).containsOnly("000005");
            assertThat(gateway.meters()
                            .get("koobridge.outside.calls")
                            .tag("system", "provisioning-query")
                            .timers())
                    .isNotEmpty()
                    .allSatisfy(timer -> assertThat(timer.count()).isEqualTo(11));
            assertThat(gateway.meters()
                            .get("koobridge.outside.breaker.open")
                            .tag("system", "provisioning-query")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        }
    }

    /** One call of each activity, all at once, each within the promise. */
    private List<String> codes(RunningGateway gateway) throws InterruptedException {
        var activities = ActivityCalls.values();
        return atOnce(activities.length, index -> timed(gateway, activities[index].about("i-1", clock))
                .code());
    }

    /** What a notification of an order is answered with, within the promise. */
    private String notified(RunningGateway gateway) {
        var call = Call.of(clock, "{\"activity\":\"orderNotify\",\"orderId\":\"CS1\",\"orderLineId\":\"CS1-000001\"}")
                .withPath(RunningGateway.ORDERS_PATH)
                .withKey(RunningGateway.GENERAL_KEY);
        return timed(gateway, call).code();
    }

    private Reply timed(RunningGateway gateway, Call call) {
        long began = System.nanoTime();
        var reply = Connection.exchange(gateway.port(), call.bytes()).isProper(call.key());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMISE);
        return reply;
    }

    private List<String> manyAtOnce(RunningGateway gateway, String order) throws InterruptedException {
        return atOnce(100, index -> timed(gateway, Call.newInstance(clock, order + index))
                .code());
    }

    private static List<String> atOnce(int count, IntFunction<String> call) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = IntStream.range(0, count)
                    .<Callable<String>>mapToObj(index -> () -> call.apply(index))
                    .toList();
            return threads.invokeAll(calls).stream().map(OutageTest::result).toList();
        }
    }

    private static String result(java.util.concurrent.Future<String> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitSuccess(RunningGateway gateway, Call call) {
        Awaitility.await("the same call succeeds again")
                .atMost(RECOVERED)
                .until(() -> timed(gateway, call).code().equals("000004"));
    }

    private static String ours() {
        return InstanceIds.derive(RunningGateway.SELLER, InstanceKind.SAAS, new OrderKey("CS", "L", null));
    }
}
