package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyRotationTest extends GatewayTest {

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

    @Test
    void aRefusalOfAnAuthenticCallIsSignedByTheKeyOfTheCall() {
        assertThat(send(Call.of(CLOCK, "{}").withKey(RunningGateway.SECOND_KEY))
                        .isProper(RunningGateway.SECOND_KEY)
                        .code())
                .isEqualTo("000002");
    }

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

    @Test
    void keysOfOneAddressMeanNothingAtAnother() {
        var call = Call.newInstance(CLOCK, "CS-ELSEWHERE");

        assertThat(send(call.withKey(RunningGateway.EU_KEY)).isProper().code()).isEqualTo("000001");
        assertThat(send(call.withPath(RunningGateway.EU_PATH))
                        .isProper(RunningGateway.EU_KEY)
                        .code())
                .isEqualTo("000001");
    }
}
