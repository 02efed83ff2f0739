package io.koobridge.runtime.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokensTest {

    private static final String OLD = "an-invented-token-1";
    private static final String NEW = "an-invented-token-2";

    private final ServiceTokens tokens = new ServiceTokens(List.of(NEW, OLD));

    @Test
    void theFirstTokenIsSentAndEveryTokenIsAccepted() {
        assertThat(tokens.outgoing()).isEqualTo(NEW);
        assertThat(tokens.admit("Bearer " + NEW)).isTrue();
        assertThat(tokens.admit("bearer " + OLD)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer an-invented-token-3", "Basic " + OLD, OLD, "Bearer  " + OLD})
    void nothingElseIsAccepted(String authorization) {
        assertThat(tokens.admit(authorization)).isFalse();
    }

    @Test
    void aTokenThatCouldBeGuessedIsRefusedByTheNameOfTheSettingButNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceTokens(List.of(NEW, "fifteen-chars-x")))
                .withMessageContaining("koobridge.internal.tokens")
                .withMessageNotContaining("fifteen-chars-x");
    }

    @Test
    void aServiceWithoutTokensIsRefusedByTheNameOfTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceTokens(List.of()))
                .withMessageContaining("koobridge.internal.tokens");
    }

    @Tag("promise:secrets-are-never-shown")
    @Test
    void tokensAreNotPrinted() {
        assertThat(tokens).asString().doesNotContain(OLD).doesNotContain(NEW);
    }
}
