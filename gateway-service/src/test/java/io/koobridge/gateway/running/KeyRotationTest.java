package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KeyRotationTest extends GatewayTest {

    @Tag("promise:answers-are-signed")
    @Test
    void everyKeyOfTheListVerifiesAndSignsItsAnswer() {
        double before = counted("koobridge.signature.key.used", "key_id", "base-2");

        var first = send(Call.newInstance(CLOCK, "CS-ROTATE"));
        var second = send(Call.newInstance(CLOCK, "CS-ROTATE").withKey(RunningGateway.SECOND_KEY));

        assertThat(first.isProper(RunningGateway.KEY).code()).isEqualTo("000004");
        assertThat(second.isProper(RunningGateway.SECOND_KEY).code()).isEqualTo("000004");
        assertThat(lastJournaled().keyId()).isEqualTo("base-2");
        assertThat(counted("koobridge.signature.key.used", "key_id", "base-2")).isEqualTo(before + 1);
    }

    @Tag("promise:answers-are-signed")
    @Test
    void aRefusalOfAnAuthenticCallIsSignedByTheKeyOfTheCall() {
        assertThat(send(Call.of(CLOCK, "{}").withKey(RunningGateway.SECOND_KEY))
                        .isProper(RunningGateway.SECOND_KEY)
                        .code())
                .isEqualTo("000002");
    }

    @Tag("promise:keys-change-without-gap")
    @Test
    void aKeyVerifiesUntilItsLastInstant() {
        var call = Call.newInstance(CLOCK, "CS-ENDED").withKey(RunningGateway.ENDED_KEY);
        CLOCK.set(RunningGateway.ENDED_AFTER);
        var atTheEnd = send(call.withTimestamp(Long.toString(CLOCK.millis())));
        CLOCK.set(RunningGateway.ENDED_AFTER.plusMillis(1));
        var after = send(call.withTimestamp(Long.toString(CLOCK.millis())));

        assertThat(atTheEnd.isProper(RunningGateway.ENDED_KEY).code()).isEqualTo("000004");
        assertThat(after.isProper().code()).isEqualTo("000001");
    }

    @Tag("promise:answers-are-signed")
    @Test
    void everyKeyOfV1VerifiesSignsItsAnswerAndEncryptsWhatIsInIt() {
        var access = new AppInfo("https://app.example.com/", null, "admin", null, null);
        PROVISIONING.awaits(_ -> new OrderedInstance(new View("i-v1-keys", Phase.ACTIVE, access, null, null)));
        for (var key : List.of(RunningGateway.V1_KEY, RunningGateway.SECOND_V1_KEY)) {
            var answer = sendV1(V1Call.signed("activity=newInstance&orderId=CS-V1-KEYS", key))
                    .isProperV1(key)
                    .json();

            assertThat(answer.path("resultCode").asString()).isEqualTo("000000");
            assertThat(FieldCipher.of(new AccessKey("test", key, null))
                            .decrypt(answer.path("appInfo").path("userName").asString(), EncryptType.AES_256))
                    .contains("admin");
        }
        assertThat(lastJournaled().keyId()).isEqualTo("v1-2");
    }

    @Tag("promise:keys-change-without-gap")
    @Test
    void aKeyOfV1VerifiesUntilItsLastInstant() {
        var call = V1Call.signed("activity=expireInstance&instanceId=i-v1-ended", RunningGateway.ENDED_V1_KEY);
        CLOCK.set(RunningGateway.ENDED_AFTER);
        var atTheEnd = sendV1(call);
        CLOCK.set(RunningGateway.ENDED_AFTER.plusMillis(1));
        var after = sendV1(call);

        assertThat(atTheEnd.isProperV1(RunningGateway.ENDED_V1_KEY).code()).isEqualTo("000000");
        assertThat(after.isProperV1(RunningGateway.V1_KEY).code()).isEqualTo("000001");
    }

    private static Reply sendV1(V1Call call) {
        return Connection.exchange(GATEWAY.port(), call.bytes());
    }

    @Tag("promise:keys-change-without-gap")
    @Test
    void keysOfOneAddressMeanNothingAtAnother() {
        var call = Call.newInstance(CLOCK, "CS-ELSEWHERE");

        assertThat(send(call.withKey(RunningGateway.EU_KEY)).isProper().code()).isEqualTo("000001");
        assertThat(send(call.withPath(RunningGateway.EU_PATH))
                        .isProper(RunningGateway.EU_KEY)
                        .code())
                .isEqualTo("000001");
    }

    @Tag("promise:keys-change-without-gap")
    @Test
    void operatorsSeeWhichKeysAreInUse() {
        send(Call.newInstance(CLOCK, "CS-EVIDENCE").withKey(RunningGateway.SECOND_KEY))
                .isProper(RunningGateway.SECOND_KEY);

        var answer = ask("/internal/keys");
        var report = Json.mapper().readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));

        assertThat(report.path("since").asString()).isEqualTo(VECTOR_A.toString());
        assertThat(report.path("keys").findValuesAsString("id"))
                .containsExactly(
                        "base-1",
                        "base-2",
                        "base-ended",
                        "v1-1",
                        "v1-2",
                        "v1-ended",
                        "eu-1",
                        "base-1",
                        "base-1",
                        "v1-1",
                        "v1-vectors",
                        "general-1");
        var second = report.path("keys").path(1);
        assertThat(second.path("address").asString()).isEqualTo(RunningGateway.PATH);
        assertThat(second.path("type").asString()).isEqualTo("base");
        assertThat(second.path("verified").asLong()).isPositive();
        assertThat(second.path("lastVerifiedAt").asString()).isEqualTo(VECTOR_A.toString());
        assertThat(second.has("notAfter")).isFalse();
        assertThat(report.path("keys").path(2).path("notAfter").asString())
                .isEqualTo(RunningGateway.ENDED_AFTER.toString());
        assertThat(answer).doesNotContain(RunningGateway.KEY, RunningGateway.SECOND_KEY, RunningGateway.EU_KEY);
    }

    @Tag("promise:internal-needs-a-token")
    @Test
    void nobodySeesThatWithoutAServiceToken() {
        var request = "GET /internal/keys HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII);

        assertThat(Connection.exchange(GATEWAY.internalPort(), request).status())
                .isEqualTo(401);
        assertThat(Connection.exchange(GATEWAY.port(), request).status()).isEqualTo(404);
    }
}
