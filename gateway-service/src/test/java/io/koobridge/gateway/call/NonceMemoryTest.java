package io.koobridge.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import io.koobridge.gateway.call.NonceMemory.Recall;
import io.koobridge.gateway.dialect.Answer;
import io.koobridge.gateway.dialect.Once;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NonceMemoryTest {

    private static final MacTag SIGNATURE = HmacSha256.of(new byte[] {1});
    private static final MacTag OTHER_SIGNATURE = HmacSha256.of(new byte[] {2});
    private static final Once ONCE = new Once("base-1", "nonce", SIGNATURE);
    private static final Answer ANSWER = answer("000004", false, 100);

    private final AtomicLong now = new AtomicLong();
    private final NonceMemory memory = new NonceMemory(now::get);

    @Test
    void aNonceIsNewOnce() {
        assertThat(memory.recall(ONCE)).isEqualTo(new Recall.ToDo());
        memory.keep(ONCE, ANSWER);

        assertThat(memory.recall(ONCE)).isEqualTo(new Recall.Done(ANSWER));
    }

    @Test
    void aCallThatIsNotAnsweredYetIsToDoForEverybodyWhoMakesIt() {
        memory.recall(ONCE);

        assertThat(memory.recall(ONCE)).isEqualTo(new Recall.ToDo());
    }

    @Test
    void aFailureIsNotKept() {
        memory.recall(ONCE);
        memory.keep(ONCE, answer("000005", true, 10));

        assertThat(memory.recall(ONCE)).isEqualTo(new Recall.ToDo());
    }

    @Test
    void anotherSignatureIsAReplayWhetherTheFirstIsAnsweredOrNot() {
        var other = new Once("base-1", "nonce", OTHER_SIGNATURE);
        memory.recall(ONCE);

        assertThat(memory.recall(other)).isEqualTo(new Recall.Replayed());
        memory.keep(ONCE, ANSWER);
        assertThat(memory.recall(other)).isEqualTo(new Recall.Replayed());
        assertThat(memory.recall(ONCE)).isEqualTo(new Recall.Done(ANSWER));
    }

    @Test
    void anotherKeysNonceIsAnotherNonce() {
        memory.recall(ONCE);

        assertThat(memory.recall(new Once("base-2", "nonce", OTHER_SIGNATURE))).isEqualTo(new Recall.ToDo());
    }

    @Test
    void aNonceIsRememberedForAsLongAsItsTimeStampCanBeGood() {
        memory.recall(ONCE);
        memory.keep(ONCE, ANSWER);

        now.addAndGet(Duration.ofMinutes(2).toNanos() - 1);
        assertThat(memory.recall(ONCE)).isEqualTo(new Recall.Done(ANSWER));
        now.addAndGet(1);
        assertThat(memory.recall(ONCE)).isEqualTo(new Recall.ToDo());
    }

    @Test
    void itNeverTakesMoreMemoryThanItMay() {
        for (int call = 0; call < 1_000; call++) {
            var once = new Once("base-1", "nonce-" + call, SIGNATURE);
            memory.recall(once);
            memory.keep(once, answer("000000", false, 256 * 1024));
        }

        assertThat(memory.bytes()).isBetween(1L, 32L * 1024 * 1024);
    }

    private static Answer answer(String code, boolean failed, int length) {
        return new Answer(code, failed, "application/json", new byte[length]);
    }
}
