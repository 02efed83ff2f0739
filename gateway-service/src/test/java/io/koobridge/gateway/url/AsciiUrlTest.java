package io.koobridge.gateway.url;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com/t/1?a=b#c,      https://app.example.com/t/1?a=b#c",
        "https://app.example.com/青禾,             https://app.example.com/%E9%9D%92%E7%A6%BE",
        "https://例子.com/,                        https://xn--fsqu00a.com/",
        "https://例子.com:8443/青,                 https://xn--fsqu00a.com:8443/%E9%9D%92",
        "https://me@例子.com,                      https://me@xn--fsqu00a.com",
        "https://例子.com?next=//例子.com,          https://xn--fsqu00a.com?next=//%E4%BE%8B%E5%AD%90.com",
        "https://my_例子.com/,                     https://xn--my_-xc0e315c.com/",
        "https://😀.com/,                         https://xn--e28h.com/",
        "no address at all,                      no address at all",
    })
    void itSaysTheSameInAscii(String url, String ascii) {
        assertThat(AsciiUrl.of(url)).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没有地址 at all",
                "https://app.example.com/青 禾",
                "https://例\ud800.com",
                "https://例..子.com/",
                "https://ａ／例.com/",
                "https://例＠子.com/"
            })
    void whatIsNoAddressCannotBeWrittenSo(String url) {
        assertThat(AsciiUrl.of(url)).isEmpty();
    }

    @Property
    void whateverItIsTheResultIsAscii(@ForAll String url) {
        assertThat(AsciiUrl.of("https://" + url).orElse("")).matches("(?s)\\p{ASCII}*");
    }
}
