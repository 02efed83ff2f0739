package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** "Same nonce again" of design §10. */
class NonceTest extends GatewayTest {

    @Tag("promise:replays-fail")
    @Test
    void theSameCallAgainHearsTheSameAnswerAndIsNotCarriedOutAgain() {
        var call = Call.newInstance(CLOCK, "CS-REPEATED");
        var first = send(call).isProper();
        PROVISIONING.resolves(_ -> new InstanceResolution("kb-other", Phase.ACTIVE, true, null));

        var second = send(call).isProper();

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(PROVISIONING.resolutions()).hasSize(1);
        assertThat(lastJournaled().activity()).isEqualTo("newInstance");
    }

    @Tag("promise:replays-fail")
    @Test
    void theSameNonceWithAnotherSignatureIsAReplay() {
        double before = counted("koobridge.signature.rejected", "reason", "nonce_replayed");
        var call = Call.newInstance(CLOCK, "CS-FIRST");
        send(call).isProper();

        var other = send(Call.newInstance(CLOCK, "CS-SECOND").withNonce(call.nonce()))
                .isProper();

        assertThat(other.code()).isEqualTo("000001");
        assertThat(lastJournaled().verdict()).isEqualTo("nonce_replayed");
        assertThat(counted("koobridge.signature.rejected", "reason", "nonce_replayed"))
                .isEqualTo(before + 1);
    }

    @Test
    void aStrangersCallUsesUpNoNonce() {
        var call = Call.newInstance(CLOCK, "CS-STRANGER");
        send(call.withKey("a-key-that-nobody-has")).isProper();

        assertThat(send(call).isProper().code()).isEqualTo("000004");
    }

    @Test
    void anotherKeysNonceIsAnotherNonce() {
        var call = Call.newInstance(CLOCK, "CS-KEYS");
        send(call).isProper();

        var other = send(call.withKey(RunningGateway.SECOND_KEY)).isProper(RunningGateway.SECOND_KEY);

        assertThat(other.code()).isEqualTo("000004");
    }

    @Test
    void aCallThatFailedIsCarriedOutWhenItComesAgain() {
        var call = Call.queryInstance(CLOCK, "i-1");
        PROVISIONING.failing();
        var first = send(call).isProper();
        PROVISIONING.reset();
        PROVISIONING.knows(new View("i-1", Phase.ACTIVE, new AppInfo("https://a", null, null, null, null), null, null));

        var second = send(call).isProper();

        assertThat(first.code()).isEqualTo("000005");
        assertThat(second.code()).isEqualTo("000000");
    }

    @Test
    void manyAtOnceAllHearTheSame() throws InterruptedException, ExecutionException {
        var call = Call.newInstance(CLOCK, "CS-AT-ONCE");
        var asked = new AtomicInteger();
        PROVISIONING.resolves(
                _ -> new InstanceResolution("kb-" + asked.incrementAndGet(), Phase.PROVISIONING, false, null));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> calls = Stream.<Callable<Reply>>generate(
                            () -> () -> send(call).isProper())
                    .limit(50)
                    .toList();

            var heard = new HashSet<String>();
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                assertThat(reply.get().code()).isEqualTo("000004");
                heard.add(reply.get().text());
            }

            assertThat(heard).containsExactly(send(call).isProper().text());
        }
    }
}
