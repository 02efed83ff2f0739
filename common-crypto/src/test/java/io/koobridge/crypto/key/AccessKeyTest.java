package io.koobridge.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyTest {

    private static final Instant END = Instant.parse("2026-05-01T00:00:00Z");

    @Tag("promise:secrets-are-never-shown")
    @Test
    void neverShowsItsSecret() {
        assertThat(new AccessKey("spring", "correct-horse", END).toString())
                .contains("spring", "2026-05-01")
                .doesNotContain("correct-horse");
    }

    @Test
    void isActiveUpToAndAtItsEnd() {
        var key = new AccessKey("old", "secret", END);

        assertThat(key.isActive(END)).isTrue();
        assertThat(key.isActive(END.plusNanos(1))).isFalse();
    }

    @Test
    void withoutEndIsAlwaysActive() {
        assertThat(new AccessKey("k", "secret", null).isActive(Instant.MAX)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "schlüssel", "line\nbreak"})
    void needsAnIdThatFitsALabel(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessKey(id, "secret", null))
                .withMessageContaining("the id of an access key");
    }

    @Test
    void needsAnIdOfBoundedLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessKey("k".repeat(65), "secret", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t"})
    void needsASecret(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessKey("base", secret, null))
                .withMessage("access key 'base' has no secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\n", " hunter2"})
    void refusesASecretWithALineBreakOrBlankCopiedAlongAndDoesNotRepeatIt(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessKey("base", secret, null))
                .withMessageContaining("white space")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("hunter2"));
    }
}
