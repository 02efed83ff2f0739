package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.TenantSyncVectors;
import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.TokenCheck.Rejected;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.crypto.response.BodySign;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tenant-sync §3.2, §9.2. */
class AuthTokenOfKitTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TIME_STAMP = "20260101080000123";

    private final TenantSyncVectors vectors = TenantSyncVectors.read();
    private final AccessKey key = new AccessKey("kit", vectors.v1Key(), null);

    AuthTokenOfKitTest() throws IOException {}

    @TestFactory
    Stream<DynamicTest> eachTokenVerifies() {
        return vectors.tokens().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    var check = verify(vector.token(), vector.body());

                    assertThat(check).isInstanceOfSatisfying(Verified.class, verified -> assertThat(
                                    new SignedParameters(verified.parameters()).text())
                            .isEqualTo(vector.message()));
                }));
    }

    @Test
    void theAnswerIsSignedWithTheKeyAlone() {
        assertThat(BodySign.value(key, vectors.answer().body().getBytes(UTF_8)))
                .isEqualTo(vectors.answer().header());
    }

    /** As a printed example of the documentation has it (tenant-sync §5.4). */
    @Test
    void ofAMemberThatRepeatsTheLastOneCounts() {
        var signed = Map.of("instanceId", "b", "timeStamp", TIME_STAMP);

        assertThat(verify(
                        AuthToken.sign(key, signed),
                        "{\"timeStamp\":\"1\",\"instanceId\":\"a\",\"instanceId\":\"b\",\"timeStamp\":\"" + TIME_STAMP
                                + "\"}"))
                .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                        .isEqualTo(signed));
    }

    @Test
    void valuesMayHaveBeenUrlEncodedForTheSignature() {
        var encoded = Map.of("name", "%E9%9D%92+%26", "timeStamp", TIME_STAMP);

        assertThat(verify(
                        AuthToken.sign(key, encoded),
                        "{\"name\":\"青 &\",\"timeStamp\":\"" + TIME_STAMP + "\",\"orderId\":\"\"}"))
                .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                        .isEqualTo(Map.of("name", "青 &", "timeStamp", TIME_STAMP)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R&D", "a=b&c=d", "https://x.example/?a=1&b=2", "[{\"name\":\"A&x=1\"}]"})
    void whatEnterprisesAndUsersAreCalledIsNoReasonToRefuseTheirCalls(String text) {
        for (String free : new String[] {"name", "orgName", "domainName", "orgInfo", "orgInfoList", "userList"}) {
            assertThat(Boundaries.KIT.doubtful(Map.of(free, text))).as(free).isEmpty();
        }
    }

    @Tag("promise:only-the-signed")
    @Test
    void aValueThatEndsElsewhereIsRefused() {
        var signed = Map.of("flag", "1", "name", "x", "tenantId", "t", "timeStamp", TIME_STAMP);

        assertThat(verify(
                        AuthToken.sign(key, signed),
                        "{\"flag\":\"1&name=x\",\"tenantId\":\"t\",\"timeStamp\":\"" + TIME_STAMP + "\"}"))
                .isEqualTo(new Rejected(Rejection.AUTH_TOKEN_AMBIGUOUS));
        assertThat(verify(
                        AuthToken.sign(key, signed),
                        "{\"flag\":\"1\",\"name\":\"x&tenantId=t\",\"timeStamp\":\"" + TIME_STAMP + "\"}"))
                .isEqualTo(new Rejected(Rejection.AUTH_TOKEN_AMBIGUOUS));
    }

    @Test
    void aByteOrderMarkIsNoPartOfABody() {
        var signed = Map.of("tenantId", "t", "timeStamp", TIME_STAMP);

        assertThat(verify(
                        AuthToken.sign(key, signed), "\ufeff{\"tenantId\":\"t\",\"timeStamp\":\"" + TIME_STAMP + "\"}"))
                .isInstanceOf(Verified.class);
    }

    @Test
    void whatIsNoObjectIsUnreadable() {
        assertThat(verify("x", "[]")).isEqualTo(new Rejected(Rejection.MESSAGE_UNREADABLE));
    }

    private TokenCheck verify(String token, String body) {
        return AuthToken.verifyKit(token, body.getBytes(UTF_8), KeyRing.of(key), NOW);
    }
}
