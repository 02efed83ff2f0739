package io.koobridge.gateway.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8 | CHINESE",
                "zh-Hant-TW | CHINESE",
                "en;q=0.5, zh;q=0.6 | CHINESE",
                "fr, zh;q=0.1 | CHINESE",
                "en-US,en;q=0.9,zh-CN;q=0.8 | ENGLISH",
                "de | ENGLISH",
                "* | ENGLISH",
            })
    void theBrowserSaysWhichLanguageComesFirst(String wish, Language first) {
        assertThat(Language.preferredFirst(wish)).startsWith(first).containsExactlyInAnyOrder(Language.values());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {";;;", "zh;q=x", "zh;q=7", ",", "zh\u0000"})
    void whatCannotBeReadIsNoWish(String wish) {
        assertThat(Language.preferredFirst(wish)).startsWith(Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 30_000})
    void noBrowserWishesThatMuch(int length) {
        assertThat(Language.preferredFirst("zh" + ",zh".repeat(length / 3))).startsWith(Language.ENGLISH);
    }
}
