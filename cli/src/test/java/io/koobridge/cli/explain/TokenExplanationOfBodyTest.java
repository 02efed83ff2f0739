package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.koobridge.cli.explain.ParameterMistake.Kind;
import io.koobridge.crypto.callback.v1.BodyReading;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** V1 by POST; the calls are signed with the JDK alone. */
class TokenExplanationOfBodyTest {

    private static final String SECRET = "an-invented-key-of-v1";
    private static final String TIME_STAMP = "20260331011507482";
    private static final List<GivenKey> KEYS = List.of(new GivenKey("v1", SECRET, true));

    private static final String BODY =
            "{\"timeStamp\":\"20260331011507482\",\"activity\":\"newInstance\",\"amount\":20,\"note\":\"\",\"customerName\":\"青禾 & Co.\"}";
    private static final String SIGNED =
            "activity=newInstance&amount=20&customerName=青禾 & Co.&timeStamp=20260331011507482";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(TokenMistake.SIGNED_WHOLE, token(BODY), BODY),
                arguments(
                        TokenMistake.NOT_SORTED,
                        token("timeStamp=20260331011507482&activity=newInstance&amount=20&customerName=青禾 & Co."),
                        BODY),
                arguments(TokenMistake.HEX, Signer.hex(Base64.getDecoder().decode(token(SIGNED))), BODY),
                arguments(
                        new ParameterMistake(Kind.PARAMETER_ADDED, "extra"),
                        token(SIGNED),
                        BODY.replace("{", "{\"extra\":1,")));
    }

    @Tag("promise:explanations-are-right")
    @ParameterizedTest
    @MethodSource("mistakes")
    void eachMistakeIsExplainedAsExactlyThatMistake(Blame mistake, String token, String body) {
        var diagnosis = explain(token, body);

        assertThat(diagnosis.finding()).isEqualTo(new Finding.Explained(KEYS.getFirst(), List.of(mistake)));
        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.advice()).containsExactly(mistake.advice());
        assertThat(diagnosis.toString()).doesNotContain(SECRET);
    }

    @Tag("promise:explanations-are-right")
    @Test
    void aRightTokenIsNotEnoughWhereAMemberCouldBeSeveral() {
        var diagnosis = explain(token(SIGNED), BODY.replace("newInstance\",\"amount\":20", "newInstance&amount=20\""));

        assertThat(diagnosis.finding())
                .isEqualTo(new Finding.Explained(
                        KEYS.getFirst(), List.of(new ParameterMistake(Kind.COULD_BE_SEVERAL, "activity"))));
        assertThat(diagnosis.right()).isFalse();
    }

    @Tag("promise:explanations-are-right")
    @Test
    void theTokenMayStandInTheHeaderOrInTheBody() {
        var inBody = BODY.replace("{", "{\"authToken\":\"%s\",".formatted(token(SIGNED)));

        for (var diagnosis : List.of(
                explain(token(SIGNED), BODY), explain('"' + token(SIGNED) + '"', BODY), explain(null, inBody))) {
            assertThat(diagnosis.right()).as(diagnosis.toString()).isTrue();
            assertThat(diagnosis.finding()).isEqualTo(new Finding.Verified(KEYS.getFirst(), BodyReading.PLAIN));
            assertThat(diagnosis.conclusion()).contains("takes it, if it is told to accept a POST (v1.accept-post)");
            assertThat(diagnosis.values()).isEqualTo(new TokenValues("v1", "PLAIN", "<key 'v1'>" + TIME_STAMP, SIGNED));
        }
    }

    @Tag("promise:explanations-are-right")
    @Test
    void whatWasVerifiedIsWhatIsShown() {
        var withBlanks = SIGNED.replace("&timeStamp", "&note=&timeStamp");
        var encoded = BODY.replace("青禾 & Co.", "%E9%9D%92%E7%A6%BE+%26+Co.");

        assertThat(explain(token(withBlanks), BODY).values())
                .isEqualTo(new TokenValues("v1", "PLAIN", "<key 'v1'>" + TIME_STAMP, withBlanks));
        assertThat(explain(token(SIGNED), encoded).values())
                .isEqualTo(new TokenValues("v1", "URL_DECODED", "<key 'v1'>" + TIME_STAMP, SIGNED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is empty; the parameters of a POST are members of its body",
                "[]|2 bytes that are not one JSON object in UTF-8 of at most 128 members",
                "{\"a\":1,\"timeStamp\":\"20260331011507482\",\"a\":2}|sent more than once: a",
                "{\"a\":1}|it is missing; its name counts with its case",
            })
    void whatNoGatewayReadsIsSaid(String body, String sentence) {
        var diagnosis = explain(token(SIGNED), body);

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.checks()).extracting(Check::sentence).contains(sentence);
    }

    @Test
    void aBodyThatIsTooLongIsWrongThoughItsTokenIsRight() {
        var filler = "x".repeat(256 * 1024);
        var diagnosis = explain(
                token(SIGNED.replace("&timeStamp", "&note=" + filler + "&timeStamp")),
                BODY.replace("\"note\":\"\"", "\"note\":\"" + filler + "\""));

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.checks()).anyMatch(check -> check.sentence().endsWith("a gateway reads at most 262144"));
    }

    @Test
    void aTokenThatIsNowhereOrInTheQueryIsMissed() {
        assertThat(missed(false)).startsWith("authToken is missing, in the header and in the body");
        assertThat(missed(true)).isEqualTo("authToken stands in the query, where nobody looks for that of a POST");
    }

    @Property(tries = 300)
    void anyBodyHasAnExplanation(@ForAll String header, @ForAll String body) {
        var diagnosis = explain(header, body);

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.checks()).hasSize(5);
        assertThat(diagnosis.conclusion()).isNotBlank();
    }

    private static String missed(boolean tokenInQuery) {
        return TokenExplanation.of(new TokenBody(null, BODY.getBytes(UTF_8), tokenInQuery), KEYS).checks().stream()
                .filter(check -> check.name().equals("parameters"))
                .map(Check::sentence)
                .findFirst()
                .orElseThrow();
    }

    private static Diagnosis explain(@Nullable String header, String body) {
        return TokenExplanation.of(new TokenBody(header, body.getBytes(UTF_8), false), KEYS);
    }

    private static String token(String text) {
        return Base64.getEncoder().encodeToString(Signer.hmac(Signer.bytes(SECRET + TIME_STAMP), Signer.bytes(text)));
    }
}
