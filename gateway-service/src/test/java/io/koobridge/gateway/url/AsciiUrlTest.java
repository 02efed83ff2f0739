package io.koobridge.gateway.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiUrlTest {

    /** Both tables know them and leave them as they are. */
    private static final String LETTERS = "例子青禾äöøñłčőαβσжяїあカ한국-_az09";

    /** What one table or both would change, or what is no letter. */
    private static final String OTHERS = "ßẞςΣÄאا\u200c\u200d\u00ad\u115f\ufe0f。／＠ａ㎏ᾀꭰᲀ\u0301.";

    /** In a path or a query, as {@link URI} takes them; browsers, too, leave their bytes alone. */
    private static final String ANYWHERE = "青é\u0301\ufa19ßς\u200cａ/a=&-";

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com/t/1?a=b#c,      https://app.example.com/t/1?a=b#c",
        "https://app.example.com/青禾,             https://app.example.com/%E9%9D%92%E7%A6%BE",
        "https://例子.com/,                        https://xn--fsqu00a.com/",
        "https://例子.com:8443/青,                 https://xn--fsqu00a.com:8443/%E9%9D%92",
        "https://me@例子.com,                      https://me@xn--fsqu00a.com",
        "https://禾@app.example.com,               https://%E7%A6%BE@app.example.com",
        "https://禾@my_app.example.com,            https://%E7%A6%BE@my_app.example.com",
        "https://例子.com?next=//例子.com,          https://xn--fsqu00a.com?next=//%E4%BE%8B%E5%AD%90.com",
        "https://my_例子.com/,                     https://xn--my_-xc0e315c.com/",
        "https://WWW.Bücher.example./,           https://www.xn--bcher-kva.example./",
        "https://ΒΌΛΟΣ.com/,                      https://xn--nxasmq6b.com/",
        "no address at all,                      no address at all",
    })
    void itSaysTheSameInAscii(String url, String ascii) {
        assertThat(AsciiUrl.of(url)).contains(ascii);
    }

    /** Composed letters would be another path. */
    @ParameterizedTest
    @CsvSource({
        "https://app.example.com/e\u0301,          https://app.example.com/e%CC%81",
        "https://app.example.com/\u00e9,           https://app.example.com/%C3%A9",
        "https://app.example.com/\ufa19,           https://app.example.com/%EF%A8%99",
        "https://app.example.com/?q=a\u030a#\u212b, https://app.example.com/?q=a%CC%8A#%E2%84%AB",
        "https://app.example.com/😀,             https://app.example.com/%F0%9F%98%80",
    })
    void lettersAreEscapedAsTheyAre(String url, String ascii) {
        assertThat(AsciiUrl.of(url)).contains(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没有地址 at all",
                "https://app.example.com/青 禾",
                "https://例\ud800.com",
                "https://例子.com/\ud800",
                "https://例..子.com/",
                "https://.例子.com/",
                "https://ａ／例.com/",
                "https://例＠子.com/",
                "https://例子.com:８０/",
                "https://例%41.com/"
            })
    void whatIsNoAddressCannotBeWrittenSo(String url) {
        assertThat(AsciiUrl.of(url)).isEmpty();
    }

    /** The JDK would name the first four otherwise than a browser: strasse.de, βόλοσ.com, the name without its joiner. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://straße.de/",
                "https://βόλος.com/",
                "https://نامه\u200cای.com/",
                "https://ක්\u200dෂ.com/",
                "https://STRAẞE.de/",
                "https://a\u115fb.com/",
                "https://ꭰ.com/",
                "https://ᲀ.com/",
                "https://😀.com/",
                "https://me:secret@straße.de:8443/x"
            })
    void aHostThatABrowserMightCallOtherwiseIsNotWritten(String url) {
        assertThat(AsciiUrl.of(url)).isEmpty();
    }

    @Property
    void aHostOfPlainLettersIsAlwaysWrittenAndHasTheSameLabels(
            @ForAll("plainHosts") String host, @ForAll("rests") String rest) {
        var written = URI.create(AsciiUrl.of("https://" + host + rest).orElseThrow());

        assertThat(written.toString()).matches("\\p{ASCII}*");
        assertThat(IDN.toUnicode(hostOf(written))).isEqualTo(host);
    }

    @Property
    void whateverIsWrittenIsAUrlOfTheSameLabelsAndTheSameBytes(
            @ForAll("schemes") String scheme, @ForAll("hosts") String host, @ForAll("rests") String rest) {
        AsciiUrl.of(scheme + "://" + host + rest).map(URI::create).ifPresent(written -> {
            assertThat(written.toString()).startsWith(scheme + "://").matches("\\p{ASCII}*");
            assertThat(IDN.toUnicode(hostOf(written))).isEqualTo(host.toLowerCase(Locale.ROOT));
            assertThat(URLDecoder.decode(written.toString(), UTF_8)).endsWith(rest);
        });
    }

    /** {@link URI#getHost} knows no underscore. */
    private static String hostOf(URI url) {
        var authority = url.getRawAuthority();
        return authority.replaceFirst(":\\d+$", "");
    }

    @Provide
    Arbitrary<String> schemes() {
        return Arbitraries.of("http", "https", "HTTPS");
    }

    @Provide
    Arbitrary<String> plainHosts() {
        return hostsOf(Arbitraries.of("例子", "青禾", "bücher", "øre", "αβσ", "жяї", "あカ", "한국", "my_例", "shop", "xy-7"));
    }

    @Provide
    Arbitrary<String> hosts() {
        return hostsOf(Arbitraries.oneOf(
                text(LETTERS).ofMinLength(1).ofMaxLength(6),
                text(LETTERS + OTHERS).ofMinLength(1).ofMaxLength(4),
                Arbitraries.strings()
                        .withCharRange('\u0080', '\uffff')
                        .ofMinLength(1)
                        .ofMaxLength(3)));
    }

    @Provide
    Arbitrary<String> rests() {
        return Combinators.combine(
                        Arbitraries.of("", ":8443"),
                        text(ANYWHERE).ofMaxLength(8).map(path -> "/" + path),
                        text(ANYWHERE).ofMaxLength(4).map(query -> query.isEmpty() ? "" : "?" + query))
                .as((port, path, query) -> port + path + query);
    }

    private static Arbitrary<String> hostsOf(Arbitrary<String> label) {
        return label.list().ofMinSize(1).ofMaxSize(3).map(labels -> String.join(".", labels));
    }

    private static StringArbitrary text(String characters) {
        return Arbitraries.strings().withChars(characters);
    }
}
