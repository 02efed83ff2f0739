package io.koobridge.gateway.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.entry;

import io.koobridge.gateway.dialect.QueryString;
import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetMenderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/koogallery/saas?signature=0A&timestamp=1&nonce=n",
                "/a/b;c=d?x=%2F&y=a+b~!$&'()*,;:@/?",
                "/%41",
                "*"
            })
    void whatIsLegalStaysAsItIs(String target) {
        assertThat(TargetMender.mend(target)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    /a?n=x|y,      /a?n=x%7Cy
                    /a?n={x},      /a?n=%7Bx%7D
                    /a?n=100%,     /a?n=100%25
                    /a?n=%4,       /a?n=%254
                    /a?n=%zz,      /a?n=%25zz
                    /a?n=x#y,      /a?n=x%23y
                    /a?n=[0],      /a?n=%5B0%5D
                    """)
    void whatIsNotIsEncoded(String target, String mended) {
        assertThat(TargetMender.mend(target)).isEqualTo(mended);
    }

    @Test
    void rawUtf8ComesOutAsWhatItWas() {
        var asTheCodecHandsItOver = new String("/a?n=实例".getBytes(UTF_8), ISO_8859_1);

        var mended = TargetMender.mend(asTheCodecHandsItOver);

        assertThat(QueryString.parse(URI.create(mended).getRawQuery())).containsExactly(entry("n", List.of("实例")));
    }

    @ParameterizedTest
    @CsvSource({
        "http://isv.example.com/a?n=1, /a?n=1",
        "HTTPS://isv.example.com:443/a, /a",
        "http://isv.example.com, /",
    })
    void theAbsoluteFormLosesItsHost(String target, String mended) {
        assertThat(TargetMender.mend(target)).isEqualTo(mended);
    }

    @Property
    void whateverComesCanBeParsed(@ForAll String anything) {
        assertThatCode(() -> new URI("http://localhost/" + TargetMender.mend(anything)))
                .doesNotThrowAnyException();
    }

    @Property
    void mendingAgainChangesNothing(@ForAll String anything) {
        var mended = TargetMender.mend("/" + anything);

        assertThat(TargetMender.mend(mended)).isEqualTo(mended);
    }

    @Property
    void aTolerantDecoderReadsWhatWasMeant(@ForAll @CharRange(from = '!', to = '~') String value) {
        var query = "n=" + value.replace("&", "").replace("%", "");

        var mended = TargetMender.mend("/a?" + query);

        assertThat(QueryString.parse(mended.substring(3))).isEqualTo(QueryString.parse(query));
    }
}
