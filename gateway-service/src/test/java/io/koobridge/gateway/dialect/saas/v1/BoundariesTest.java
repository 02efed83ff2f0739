package io.koobridge.gateway.dialect.saas.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.gateway.dialect.Authenticity;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class BoundariesTest {

    private static final String SIGNED = "activity=newInstance&orderId=CS1&productId=P1&timeStamp=20260331011507482";

    private final V1Calls calls = new V1Calls();

    /** The text that is signed is the very same, so that the token is right. */
    @Tag("promise:only-the-signed")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "activity=newInstance&orderId=CS1%26productId%3DP1&timeStamp=20260331011507482",
                "activity=newInstance%26orderId%3DCS1&productId=P1&timeStamp=20260331011507482",
                "activity=newInstance&orderId%3DCS1%26productId=P1&timeStamp=20260331011507482",
                "activity%3DnewInstance%26orderId=CS1&productId=P1&timeStamp=20260331011507482",
            })
    void aCallWhoseValuesEndElsewhereThanTheyDidIsNotAuthentic(String query) {
        var token = calls.token(SIGNED);

        assertThat(calls.verify("GET", SIGNED + "&authToken=" + token, new HttpHeaders(), ""))
                .isInstanceOf(Authenticity.Authentic.class);
        assertThat(calls.verify("GET", query + "&authToken=" + token, new HttpHeaders(), ""))
                .isEqualTo(new Authenticity.Refused(Rejection.AUTH_TOKEN_MISMATCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"青禾 科技 & Co.+", "a=b&c", "=&", "a=b", "&", "R&D = fun", "A&B=C"})
    void whatBuyersAreCalledIsNoReasonToRefuseTheirCalls(String name) {
        assertThat(Boundaries.areDoubtful(Map.of("customerName", name))).isFalse();
    }

    @Test
    void nobodyIsCalledLikeAParameterOfTheProtocol() {
        assertThat(Boundaries.areDoubtful(Map.of("customerName", "A&diskSize=9999")))
                .isTrue();
        assertThat(Boundaries.areDoubtful(Map.of("userName", "A&activity=releaseInstance")))
                .isTrue();
    }

    @Test
    void anEmptyCallIsNotInDoubt() {
        assertThat(Boundaries.areDoubtful(Map.of())).isFalse();
    }
}
