package io.koobridge.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SellerIdTest {

    @Test
    void aSellerIdHasUpTo32SmallLettersDigitsAndHyphens() {
        assertThat(new SellerId("a-seller-of-32-characters-000032").value()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Seller", "a b", "a_b", "a-seller-of-33-characters-0000033"})
    void anythingElseIsRefusedByTheNameOfTheSetting(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SellerId(value))
                .withMessageContaining("koobridge.seller-id");
    }

    @Test
    void aServiceWithoutANameIsRefusedByTheNameOfTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceName(" "))
                .withMessageContaining("spring.application.name");
    }
}
