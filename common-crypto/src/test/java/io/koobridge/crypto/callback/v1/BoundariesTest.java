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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundariesTest {

    private static final Instant NOW = Instant.parse("2026-03-31T01:15:10Z");
    private static final AccessKey KEY = new AccessKey("v1", "a-secret-made-up", null);
    private static final Rejected AMBIGUOUS = new Rejected(Rejection.AUTH_TOKEN_AMBIGUOUS);

    private static final Map<String, String> SIGNED =
            Map.of("activity", "newInstance", "orderId", "CS1", "productId", "P1", "timeStamp", "20260331011507482");

    /** The text that is signed is the very same, so that the token is right. */
    @Tag("promise:only-the-signed")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "activity=newInstance&orderId=CS1%26productId%3DP1&timeStamp=20260331011507482",
                "activity=newInstance%26orderId=CS1&productId=P1&timeStamp=20260331011507482",
                "activity=newInstance%26orderId%3DCS1&productId=P1&timeStamp=20260331011507482",
                "activity=newInstance&orderId%3DCS1%26productId=P1&timeStamp=20260331011507482",
                "activity%3DnewInstance%26orderId=CS1&productId=P1&timeStamp=20260331011507482",
            })
    void aCallWhoseValuesEndElsewhereThanTheyDidIsNotAuthentic(String query) {
        var token = AuthToken.sign(KEY, SIGNED);

        assertThat(verify(Queries.of(SIGNED, token))).isInstanceOf(Verified.class);
        assertThat(verify(query + "&authToken=" + Queries.encoded(token))).isEqualTo(AMBIGUOUS);
        assertThat(verify(query + "&authToken=" + "A".repeat(43) + "="))
                .isEqualTo(new Rejected(Rejection.AUTH_TOKEN_MISMATCH));
    }

    @Tag("promise:only-the-signed")
    @Test
    void norIsABodyWhoseMembersEndElsewhere() {
        var body =
                "{\"activity\":\"newInstance&orderId=CS1\",\"productId\":\"P1\",\"timeStamp\":\"20260331011507482\"}";

        assertThat(AuthToken.verifyBody(AuthToken.sign(KEY, SIGNED), body.getBytes(UTF_8), KeyRing.of(KEY), NOW))
                .isEqualTo(AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"青禾 科技 & Co.+", "a=b&c", "=&", "a=b", "&", "R&D = fun", "A&B=C"})
    void whatBuyersAreCalledIsNoReasonToRefuseTheirCalls(String name) {
        assertThat(Boundaries.BASE.doubtful(Map.of("customerName", name))).isEmpty();
    }

    @Test
    void nobodyIsCalledLikeAParameterOfTheProtocol() {
        assertThat(Boundaries.BASE.doubtful(Map.of("customerName", "A&diskSize=9999")))
                .hasValue("customerName");
        assertThat(Boundaries.BASE.doubtful(Map.of("userName", "A&activity=releaseInstance")))
                .hasValue("userName");
    }

    @Test
    void anEmptyCallIsNotInDoubt() {
        assertThat(Boundaries.BASE.doubtful(Map.of())).isEmpty();
    }

    private static TokenCheck verify(String query) {
        return AuthToken.verify(query, KeyRing.of(KEY), NOW);
    }
}
