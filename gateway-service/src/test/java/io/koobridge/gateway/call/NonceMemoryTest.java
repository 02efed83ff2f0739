package io.koobridge.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.mac.HmacSha256;
import io.koobridge.crypto.mac.MacTag;
import io.koobridge.gateway.call.NonceMemory.Recall;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.Once;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NonceMemoryTest {

    private static final String ADDRESS = "/koogallery/saas";
    private static final MacTag SIGNATURE = HmacSha256.of(new byte[] {1});
    private static final MacTag OTHER_SIGNATURE = HmacSha256.of(new byte[] {2});
    private static final Once ONCE = new Once("base-1", "nonce", SIGNATURE);
    private static final CallAnswer ANSWER = answer("000004", false, 100);

    private final AtomicLong now = new AtomicLong();
    private final NonceMemory memory = new NonceMemory(now::get);

    @Test
    void aNonceIsNewOnce() {
        assertThat(memory.recall(ADDRESS, ONCE)).isEqualTo(new Recall.ToDo());
        memory.keep(ADDRESS, ONCE, ANSWER);

        assertThat(memory.recall(ADDRESS, ONCE)).isEqualTo(new Recall.Done(ANSWER));
    }

    @Test
    void aCallThatIsNotAnsweredYetIsToDoForEverybodyWhoMakesIt() {
        memory.recall(ADDRESS, ONCE);

        assertThat(memory.recall(ADDRESS, ONCE)).isEqualTo(new Recall.ToDo());
    }

    @Test
    void aFailureIsNotKept() {
        memory.recall(ADDRESS, ONCE);
        memory.keep(ADDRESS, ONCE, answer("000005", true, 10));

        assertThat(memory.recall(ADDRESS, ONCE)).isEqualTo(new Recall.ToDo());
    }

    @Test
    void anotherSignatureIsAReplayWhetherTheFirstIsAnsweredOrNot() {
        var other = new Once("base-1", "nonce", OTHER_SIGNATURE);
        memory.recall(ADDRESS, ONCE);

        assertThat(memory.recall(ADDRESS, other)).isEqualTo(new Recall.Replayed());
        memory.keep(ADDRESS, ONCE, ANSWER);
        assertThat(memory.recall(ADDRESS, other)).isEqualTo(new Recall.Replayed());
        assertThat(memory.recall(ADDRESS, ONCE)).isEqualTo(new Recall.Done(ANSWER));
    }

    @Test
    void anotherKeysNonceIsAnotherNonce() {
        memory.recall(ADDRESS, ONCE);

        assertThat(memory.recall(ADDRESS, new Once("base-2", "nonce", OTHER_SIGNATURE)))
                .isEqualTo(new Recall.ToDo());
    }

    @Test
    void anotherAddressesNonceIsAnotherNonceUnderTheSameKey() {
        memory.recall(ADDRESS, ONCE);
        memory.keep(ADDRESS, ONCE, ANSWER);

        assertThat(memory.recall("/koogallery/other", ONCE)).isEqualTo(new Recall.ToDo());
    }

    @Test
    void largeAnswersExpelNoNonce() {
        var other = new Once("base-1", "nonce", OTHER_SIGNATURE);
        memory.recall(ADDRESS, ONCE);
        for (int call = 0; call < 1_000; call++) {
            var large = new Once("base-1", "nonce-" + call, SIGNATURE);
            memory.recall(ADDRESS, large);
            memory.keep(ADDRESS, large, answer("000000", false, 256 * 1024));
        }
        memory.bytes(); // which is when what is too much is thrown away

        assertThat(memory.recall(ADDRESS, other)).isEqualTo(new Recall.Replayed());
    }

    @Test
    void aNonceIsRememberedForAsLongAsItsTimeStampCanBeGood() {
        memory.recall(ADDRESS, ONCE);
        memory.keep(ADDRESS, ONCE, ANSWER);

        // Two-sided window of 60 s, 10 s for the body.
        assertThat(NonceMemory.KEPT).isGreaterThan(Duration.ofSeconds(130));
        now.addAndGet(NonceMemory.KEPT.toNanos() - 1);
        assertThat(memory.recall(ADDRESS, ONCE)).isEqualTo(new Recall.Done(ANSWER));
        now.addAndGet(1);
        assertThat(memory.recall(ADDRESS, ONCE)).isEqualTo(new Recall.ToDo());
    }

    @Tag("promise:memory-is-bounded")
    @Test
    void itNeverTakesMoreMemoryThanItMay() {
        for (int call = 0; call < 1_000; call++) {
            var once = new Once("base-1", "nonce-" + call, SIGNATURE);
            memory.recall(ADDRESS, once);
            memory.keep(ADDRESS, once, answer("000000", false, 256 * 1024));
        }

        assertThat(memory.bytes()).isBetween(1L, 32L * 1024 * 1024);
    }

    private static CallAnswer answer(String code, boolean failed, int length) {
        return new CallAnswer(code, failed, "application/json", new byte[length]);
    }
}
