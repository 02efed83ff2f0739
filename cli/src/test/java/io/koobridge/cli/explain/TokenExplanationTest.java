package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.koobridge.cli.explain.ParameterMistake.Kind;
import io.koobridge.crypto.callback.v1.QueryReading;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each known mistake of V1 is explained as itself; the calls are signed with the JDK alone. */
class TokenExplanationTest {

    private static final String SECRET = "an-invented-key-of-v1";
    private static final String OTHER = "an-invented-key-of-another-address";
    private static final String TIME_STAMP = "20260331011507482";
    private static final List<GivenKey> KEYS =
            List.of(new GivenKey("v1", SECRET, true), new GivenKey("base", OTHER, false));
    private static final Map<String, String> CALL = call();

    private static Map<String, String> call() {
        var call = new LinkedHashMap<String, String>();
        call.put("orderId", "CS1");
        call.put("activity", "newInstance");
        call.put("customerName", "青禾 科技 & Co.+");
        call.put("Zone", "1");
        call.put("email", "BCinJiOfQqrOaaGdygaJXaHE2S7wIYq1B48jc7qkOKMfEmTro+t5A/CQL1g=");
        call.put("timeStamp", TIME_STAMP);
        return call;
    }

    static Stream<Arguments> mistakes() {
        var right = token(SECRET + TIME_STAMP, sorted(CALL));
        var bytes = Base64.getDecoder().decode(right);
        return Stream.of(
                arguments(TokenMistake.OTHER_KEY, query(CALL, token(OTHER + TIME_STAMP, sorted(CALL)))),
                arguments(TokenMistake.KEY_WITH_BLANKS, query(CALL, token(SECRET + "\n" + TIME_STAMP, sorted(CALL)))),
                arguments(TokenMistake.KEY_WITHOUT_TIME_STAMP, query(CALL, token(SECRET, sorted(CALL)))),
                arguments(TokenMistake.TIME_STAMP_BEFORE_KEY, query(CALL, token(TIME_STAMP + SECRET, sorted(CALL)))),
                arguments(
                        TokenMistake.SIGNED_ENCODED,
                        query(CALL, token(SECRET + TIME_STAMP, sorted(mapped(TokenExplanationTest::encoded))))),
                arguments(
                        TokenMistake.SIGNED_ENCODED,
                        query(CALL, token(SECRET + TIME_STAMP, sorted(mapped(value -> encoded(value)
                                .replace("+", "%20")))))),
                arguments(TokenMistake.NOT_SORTED, query(CALL, token(SECRET + TIME_STAMP, joined(CALL)))),
                arguments(TokenMistake.HEX, query(CALL, Signer.hex(bytes))),
                arguments(
                        TokenMistake.OTHER_BASE64,
                        query(CALL, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))),
                arguments(added("extra"), query(with("extra", "1"), right)),
                arguments(
                        changed(Kind.TEST_FLAG_CHANGED, "testFlag"),
                        query(with("testFlag", "1"), rightWith("testFlag", "0"))),
                arguments(changed(Kind.PLUS_DAMAGED, "note"), query(with("note", "a b"), rightWith("note", "a+b"))),
                arguments(changed(Kind.WHITE_SPACE_ADDED, "note"), query(with("note", "ab "), rightWith("note", "ab"))),
                arguments(changed(Kind.ENCODED_TWICE, "note"), query(with("note", "a%26b"), rightWith("note", "a&b"))));
    }

    @Tag("promise:explanations-are-right")
    @ParameterizedTest
    @MethodSource("mistakes")
    void eachMistakeIsExplainedAsExactlyThatMistake(Blame mistake, String query) {
        var diagnosis = explain(query);

        assertThat(diagnosis.finding())
                .isInstanceOfSatisfying(Finding.Explained.class, explained -> assertThat(explained.mistakes())
                        .containsExactly(mistake));
        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.conclusion()).contains(mistake.what());
        assertThat(diagnosis.advice()).containsExactly(mistake.advice());
        assertThat(diagnosis.toString())
                .doesNotContain(
                        SECRET, OTHER, token(SECRET + TIME_STAMP, sorted(CALL)).substring(1));
    }

    @Test
    void twoMistakesAndTheSpellingAreExplainedTogether() {
        var token = token(OTHER, sorted(CALL));

        assertThat(explain(query(CALL, Signer.hex(Base64.getDecoder().decode(token))))
                        .finding())
                .isEqualTo(new Finding.Explained(
                        KEYS.getLast(),
                        List.of(TokenMistake.OTHER_KEY, TokenMistake.KEY_WITHOUT_TIME_STAMP, TokenMistake.HEX)));
    }

    @Tag("promise:explanations-are-right")
    @Test
    void eachReadingIsNamed() {
        var right = token(SECRET + TIME_STAMP, sorted(CALL));
        var email = CALL.getOrDefault("email", "");
        var encoded = query(CALL, right);

        assertThat(reading(encoded)).isEqualTo(QueryReading.FORM);
        assertThat(reading(encoded.replace(encoded(email), email))).isEqualTo(QueryReading.PLUS_RESTORED);
        assertThat(reading(encoded.replace("%2B", "+")
                        .replace("Co.%20", "Co. ")
                        .replace("+%E7", "%20%E7")
                        .replace("+%26+", "%20%26%20")))
                .isEqualTo(QueryReading.PERCENT);
        assertThat(reading(encoded.replace(encoded(email), encoded(encoded(email)))))
                .isEqualTo(QueryReading.DECODED_AGAIN);
    }

    @Tag("promise:explanations-are-right")
    @Test
    void blankParametersThatWereNotSignedAreNobodysMistake() {
        var diagnosis = explain(query(with("customerId", ""), token(SECRET + TIME_STAMP, sorted(CALL))));

        assertThat(diagnosis.right()).isTrue();
        assertThat(diagnosis.advice()).isEmpty();
    }

    @Tag("promise:explanations-are-right")
    @Test
    void aStrangersTokenIsBlamedOnNothingKnown() {
        var diagnosis = explain(query(CALL, token("a-stranger" + TIME_STAMP, sorted(CALL))));

        assertThat(diagnosis.finding()).isEqualTo(new Finding.Unexplained());
        assertThat(diagnosis.values())
                .isEqualTo(new TokenValues("v1", "FORM", "<key 'v1'>" + TIME_STAMP, sorted(CALL)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=%",
                "authToken=x",
                "timeStamp=20260331011507482",
                "authToken=***&timeStamp=20260331011507482"
            })
    void whereThereIsNothingToVerifyItSaysSo(String query) {
        var diagnosis = explain(query);

        assertThat(diagnosis.finding()).isInstanceOf(Finding.NotReached.class);
        assertThat(diagnosis.checks()).anyMatch(check -> check.result() == Check.Result.WRONG);
    }

    @Tag("promise:explanations-are-right")
    @ParameterizedTest
    @ValueSource(strings = {"skuCode", "customerName"})
    void aRightTokenIsNotEnoughWhereAParameterCouldBeSeveral(String name) {
        var call = with(name, "a&amount=1");

        var diagnosis = explain(query(call, token(SECRET + TIME_STAMP, sorted(call))));

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.finding())
                .isEqualTo(new Finding.Explained(KEYS.getFirst(), List.of(changed(Kind.COULD_BE_SEVERAL, name))));
        assertThat(diagnosis.conclusion())
                .isEqualTo("The token is right, but a gateway refuses the call: " + name
                        + " could be several parameters, for which the token would be right, too.");
        assertThat(diagnosis.advice()).singleElement().asString().contains("does not say where a value ends");
    }

    @Test
    void aNameThatRepeatsIsNamed() {
        var diagnosis = explain(query(CALL, token(SECRET + TIME_STAMP, sorted(CALL))) + "&orderId=CS2&a+b=1&a%20b=1");

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.checks()).anyMatch(check -> check.sentence().equals("sent more than once: orderId, a b"));
    }

    @Test
    void aTimeStampThatNoGatewayTakesIsWrongThoughTheTokenIsRight() {
        var call = new LinkedHashMap<>(CALL);
        call.put("timeStamp", "1774919707482");

        var diagnosis = explain(query(call, token(SECRET + "1774919707482", sorted(call))));

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.conclusion()).contains("timeStamp");
    }

    @Property(tries = 300)
    void anyQueryHasAnExplanation(@ForAll String query) {
        var diagnosis = explain(query);

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.checks()).hasSize(5);
        assertThat(diagnosis.conclusion()).isNotBlank();
    }

    private static Diagnosis explain(String query) {
        return TokenExplanation.of(new TokenQuery(query), KEYS);
    }

    private static Enum<?> reading(String query) {
        var diagnosis = explain(query);
        assertThat(diagnosis.right()).as(diagnosis.toString()).isTrue();
        return ((Finding.Verified) diagnosis.finding()).form();
    }

    private static Blame added(String name) {
        return changed(Kind.PARAMETER_ADDED, name);
    }

    private static Blame changed(Kind kind, String name) {
        return new ParameterMistake(kind, name);
    }

    private static String rightWith(String name, String value) {
        return token(SECRET + TIME_STAMP, sorted(with(name, value)));
    }

    private static Map<String, String> with(String name, String value) {
        var more = new LinkedHashMap<>(CALL);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> mapped(UnaryOperator<String> change) {
        return CALL.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> change.apply(each.getValue())));
    }

    private static String token(String hmacKey, String text) {
        return Base64.getEncoder().encodeToString(Signer.hmac(Signer.bytes(hmacKey), Signer.bytes(text)));
    }

    private static String query(Map<String, String> parameters, String token) {
        return parameters.entrySet().stream()
                        .map(each -> each.getKey() + '=' + encoded(each.getValue()))
                        .collect(Collectors.joining("&"))
                + "&authToken=" + encoded(token);
    }

    private static String sorted(Map<String, String> parameters) {
        return joined(new TreeMap<>(parameters));
    }

    private static String joined(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + '=' + each.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
