package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.license.domain.Issuer.Answer;
import io.koobridge.license.domain.Issuer.Revocation;
import io.koobridge.license.domain.LicenseFile;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerAnswerTest {

    @Test
    void aTextIsTakenAsItIs() {
        assertThat(issued("{'status':'ISSUED','license':' LIC-1\\n'}"))
                .isEqualTo(new Answer.Issued(new LicenseFile(" LIC-1\n".getBytes(UTF_8), null)));
    }

    @Test
    void aFileIsTakenByItsBytes() {
        assertThat(issued("{'status':'ISSUED','fileName':'x.lic','contentBase64':'AP8='}"))
                .isEqualTo(new Answer.Issued(new LicenseFile(new byte[] {0, -1}, "x.lic")));
    }

    @ParameterizedTest
    @CsvSource({
        "'',10",
        "',\"retryAfterSeconds\":0',1",
        "',\"retryAfterSeconds\":30',30",
        "',\"retryAfterSeconds\":99999',3600"
    })
    void itIsAskedAgainWhenItSaysSoAndWithinAnHour(String member, long seconds) {
        assertThat(IssuerAnswer.issued(
                        "{\"status\":\"WORKING\"%s}".formatted(member).getBytes(UTF_8)))
                .isEqualTo(new Answer.Working(Duration.ofSeconds(seconds)));
    }

    @Test
    void aRefusalIsKeptInOneShortSentence() {
        assertThat(issued("{'status':'REFUSED'}")).isEqualTo(new Answer.Refused("no reason was given"));
        assertThat(issued("{'status':'REFUSED','reason':'%s'}".formatted("x".repeat(1_000))))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.why())
                        .hasSize(255));
    }

    /** It may be mended, so it is asked for again; and what it is worth is in no log. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{'status':'READY'}",
                "{'status':1}",
                "{'status':'ISSUED'}",
                "{'status':'ISSUED','license':'SECRET','fileName':'x'}",
                "{'status':'ISSUED','fileName':'x'}",
                "{'status':'ISSUED','contentBase64':'AA=='}",
                "{'status':'ISSUED','fileName':'SECRET','contentBase64':'SECRET!'}",
                "{'status':'ISSUED','license':{'SECRET':1}}",
                "{'status':'WORKING','retryAfterSeconds':1e999999999}"
            })
    void whatIsNoAnswerIsAskedForAgainAndNotQuoted(String body) {
        assertThat(issued(body)).isInstanceOfSatisfying(Answer.Failed.class, failed -> assertThat(failed.why())
                .startsWith("the licence server's")
                .doesNotContain("SECRET"));
    }

    @Test
    void halfASurrogatePairIsNoText() {
        assertThat(issued("{'status':'ISSUED','license':'\\ud800'}")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void aRevocationIsDoneOrAskedForAgain() {
        assertThat(revoked("{'status':'REVOKED'}")).isEqualTo(new Revocation.Done());
        for (var other : new String[] {"{'status':'WORKING'}", "{'status':'ISSUED'}", "{}", "", "[1"}) {
            assertThat(revoked(other)).as(other).isInstanceOf(Revocation.Failed.class);
        }
    }

    @Property(tries = 500)
    void nothingMakesItThrow(@ForAll byte[] body, @ForAll String text) {
        assertThat(IssuerAnswer.issued(body)).isNotNull();
        assertThat(IssuerAnswer.revoked(text.getBytes(UTF_8))).isNotNull();
    }

    private static Answer issued(String body) {
        return IssuerAnswer.issued(body.replace('\'', '"').getBytes(UTF_8));
    }

    private static Revocation revoked(String body) {
        return IssuerAnswer.revoked(body.replace('\'', '"').getBytes(UTF_8));
    }
}
