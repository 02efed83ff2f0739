package io.koobridge.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant END = Instant.parse("2026-05-01T00:00:00Z");
    private static final AccessKey OLD = new AccessKey("old", "old-secret", END);
    private static final AccessKey NEW = new AccessKey("new", "new-secret", null);

    @Test
    void keepsBothKeysActiveDuringAChangeOverInTheirOrder() {
        assertThat(KeyRing.of(OLD, NEW).active(END)).containsExactly(OLD, NEW);
    }

    @Test
    void dropsAKeyThatHasEnded() {
        assertThat(KeyRing.of(OLD, NEW).active(END.plusMillis(1))).containsExactly(NEW);
    }

    @Test
    void signsWithItsFirstKeyEvenAfterThatKeysEnd() {
        assertThat(KeyRing.of(OLD, NEW).first()).isEqualTo(OLD);
    }

    @Test
    void isNeverEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyRing(List.of()))
                .withMessage("a key ring needs at least one access key");
    }

    @Test
    void refusesTwoKeysWithOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(NEW, new AccessKey("new", "another", null)))
                .withMessageContaining("'new'");
    }

    @Test
    void neverShowsASecret() {
        assertThat(KeyRing.of(OLD, NEW).toString()).doesNotContain("old-secret", "new-secret");
    }
}
