package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.TokenCheck.Rejected;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthTokenOfBodyTest {

    private static final Instant NOW = Instant.parse("2026-03-31T01:15:10Z");
    private static final AccessKey KEY = new AccessKey("v1", "a-secret-made-up", null);
    private static final String TIME_STAMP = "20260331091630117";
    private static final Rejected UNREADABLE = new Rejected(Rejection.MESSAGE_UNREADABLE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                " %s ",
                "\"%s\"",
                "\u201c%s\u201d",
                "\"%s\u201d",
                "\u00e2\u0080\u009c%s\u00e2\u0080\u009d",
                "\"%s\u00e2\u0080\u009d"
            })
    void theHeaderMayHaveAPairOfQuotationMarks(String form) {
        String header = form.formatted(signed(Map.of("flag", "1")));

        assertVerified(header, "{'flag':1,'timeStamp':'" + TIME_STAMP + "'}", Map.of("flag", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s", "%s\u201d", "'%s'", "\"\"%s\"\"", "%s%s"})
    void anythingElseAroundTheTokenIsMalformed(String form) {
        String header = form.replace("%s", signed(Map.of("flag", "1")));

        assertThat(verify(header, "{'flag':1,'timeStamp':'" + TIME_STAMP + "'}"))
                .isEqualTo(new Rejected(Rejection.AUTH_TOKEN_MALFORMED));
    }

    @Test
    void spacesInTheHeaderWerePluses() {
        var members = Map.of("n", "1");
        String token = signed(members);
        for (int n = 2; !token.contains("+"); n++) {
            members = Map.of("n", Integer.toString(n));
            token = signed(members);
        }

        assertVerified(
                token.replace('+', ' '), "{'n':" + members.get("n") + ",'timeStamp':'" + TIME_STAMP + "'}", members);
    }

    @Test
    void theHeaderGoesBeforeTheBodysMember() {
        String header = signed(Map.of("flag", "1"));

        assertVerified(
                header, "{'flag':1,'authToken':'something','timeStamp':'" + TIME_STAMP + "'}", Map.of("flag", "1"));
    }

    @Test
    void withoutAHeaderTheBodysMemberCounts() {
        String body = "{'authToken':'" + signed(Map.of("flag", "1")) + "','flag':1,'timeStamp':'" + TIME_STAMP + "'}";

        assertVerified(null, body, Map.of("flag", "1"));
        assertVerified("\"\"", body, Map.of("flag", "1"));
    }

    @Test
    void blankMembersAreLeftOutOfTheStringAndThenOfTheCall() {
        String header = signed(Map.of("flag", "1"));

        assertVerified(
                header, "{'a':null,'b':'','c':' \\n','flag':1,'timeStamp':'" + TIME_STAMP + "'}", Map.of("flag", "1"));
    }

    @Test
    void blankMembersThatWereSignedArePartOfTheCall() {
        var members = Map.of("b", "", "c", " ", "flag", "1");

        assertVerified(signed(members), "{'b':'','c':' ','flag':1,'timeStamp':'" + TIME_STAMP + "'}", members);
    }

    @Test
    void aValueMayHaveBeenSignedAfterUrlDecoding() {
        String header = signed(Map.of("name", "青禾 科技"));

        assertVerified(
                header,
                "{'name':'%E9%9D%92%E7%A6%BE+%E7%A7%91%E6%8A%80','timeStamp':'" + TIME_STAMP + "'}",
                Map.of("name", "青禾 科技"));
    }

    @Test
    void aPlainValueGoesBeforeAUrlDecodedOne() {
        assertVerified(
                signed(Map.of("name", "100%25+1")),
                "{'name':'100%25+1','timeStamp':'" + TIME_STAMP + "'}",
                Map.of("name", "100%25+1"));
        assertVerified(
                signed(Map.of("name", "100 %")),
                "{'name':'100 %','timeStamp':'" + TIME_STAMP + "'}",
                Map.of("name", "100 %"));
    }

    @Test
    void structuresCountAsCompactJson() {
        var members = Map.of("list", "[1.50,{\"a\":null,\"b\":\"青/\\\"\"}]", "truth", "true");

        assertVerified(
                signed(members),
                "{'list': [ 1.50, {'a' : null, 'b': '\\u9752\\/\\\"'} ], 'truth': true, 'timeStamp':'" + TIME_STAMP
                        + "'}",
                members);
    }

    @Test
    void numbersKeepTheirSpelling() {
        var members = Map.of("big", "123456789012345678901234567890", "fraction", "1.500");

        assertVerified(
                signed(members),
                "{'big':123456789012345678901234567890,'fraction':1.500,'timeStamp':'" + TIME_STAMP + "'}",
                members);
    }

    @Test
    void aNameThatRepeatsIsRefused() {
        assertThat(verify(signed(Map.of("a", "1")), "{'a':null,'a':1,'timeStamp':'" + TIME_STAMP + "'}"))
                .isEqualTo(new Rejected(Rejection.PARAMETER_REPEATED));
        assertThat(verify(null, "{'authToken':'x','\\u0061uthToken':'x','timeStamp':'" + TIME_STAMP + "'}"))
                .isEqualTo(new Rejected(Rejection.PARAMETER_REPEATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{}{}",
                "{'a':1,}",
                "{'a':'\\ud800'}",
                "{'\\udfff':1}",
                "{'a':NaN}",
                "{'a':[}"
            })
    void whatIsNotOneObjectIsUnreadable(String body) {
        assertThat(verify("x", body)).isEqualTo(UNREADABLE);
    }

    @Test
    void bytesThatAreNotUtf8AreUnreadable() {
        assertThat(AuthToken.verifyBody(
                        "x", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, KeyRing.of(KEY), NOW))
                .isEqualTo(UNREADABLE);
    }

    @Test
    void aChangedMemberNeverVerifies() {
        assertThat(verify(signed(Map.of("flag", "1")), "{'flag':0,'timeStamp':'" + TIME_STAMP + "'}"))
                .isEqualTo(new Rejected(Rejection.AUTH_TOKEN_MISMATCH));
    }

    private static void assertVerified(@Nullable String header, String body, Map<String, String> members) {
        assertThat(verify(header, body))
                .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                        .isEqualTo(withTimeStamp(members)));
    }

    private static TokenCheck verify(@Nullable String header, String body) {
        return AuthToken.verifyBody(header, body.replace('\'', '"').getBytes(UTF_8), KeyRing.of(KEY), NOW);
    }

    private static String signed(Map<String, String> members) {
        return AuthToken.sign(KEY, withTimeStamp(members));
    }

    private static Map<String, String> withTimeStamp(Map<String, String> members) {
        var all = new TreeMap<>(members);
        all.put("timeStamp", TIME_STAMP);
        return all;
    }
}
