package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.inquiry.ChangeCheck.Verdict;
import io.koobridge.events.instance.InstanceKind;
import org.junit.jupiter.api.Test;

/** changeInstanceCheck: asked of the product, and asked once (saas-v2 §6.6). */
class ChangeCheckTest extends GatewayTest {

    private static final String RESTART = "koobridge.callbacks.need.restart";

    @Test
    void theProductIsAskedAboutWhatTheInstanceWouldBecome() {
        var reply = send(check()).isProper();

        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}");
        assertThat(PROVISIONING.checks())
                .containsExactly(new ChangeCheck.Question(InstanceKind.SAAS, "i-check", "OFFI-2", "sku-1", 50L));
        assertThat(StoredFacts.about("i-check")).isEmpty();
    }

    @Test
    void aChangeThatIsNotPossibleIsAnAnswerAndNoFailure() {
        double before = counted(RESTART);
        var call = check();
        PROVISIONING.checks(new ChangeCheck(Verdict.IMPOSSIBLE, "太多 users:\n40"));

        var reply = send(call).isProper();
        PROVISIONING.checks(new ChangeCheck(Verdict.POSSIBLE, null));
        var again = send(call).isProper();

        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000005\",\"resultMsg\":\"\\u592A\\u591A users: 40\"}");
        assertThat(again.text()).isEqualTo(reply.text());
        assertThat(GATEWAY.journaled()).extracting(entry -> entry.verdict()).endsWith("impossible", "repeated");
        assertThat(lastJournaled().needsRestart()).isFalse();
        assertThat(counted(RESTART)).isEqualTo(before);
    }

    @Test
    void anAddressMayHaveACodeOfItsOwnForThat() {
        PROVISIONING.checks(new ChangeCheck(Verdict.IMPOSSIBLE, "no"));

        var reply = send(check().withPath(RunningGateway.EU_PATH).withKey(RunningGateway.EU_KEY));

        assertThat(reply.isProper(RunningGateway.EU_KEY).code()).isEqualTo("000100");
    }

    @Test
    void anInstanceThatNobodyKnowsDoesNotExist() {
        PROVISIONING.checks(new ChangeCheck(Verdict.UNKNOWN_INSTANCE, null));

        assertThat(send(check()).isProper().code()).isEqualTo("000003");
    }

    @Test
    void aProductThatDoesNotDecideNeedsAPerson() {
        double before = counted(RESTART);
        var call = check();
        PROVISIONING.checks(new ChangeCheck(Verdict.UNDECIDED, null));

        var reply = send(call).isProper();
        assertThat(lastJournaled().verdict()).isEqualTo("undecided");
        assertThat(lastJournaled().needsRestart()).isTrue();
        PROVISIONING.checks(new ChangeCheck(Verdict.POSSIBLE, null));
        var again = send(call).isProper();

        assertThat(reply.code()).isEqualTo("000005");
        assertThat(again.code()).isEqualTo("000000");
        assertThat(counted(RESTART)).isEqualTo(before + 1);
    }

    private static Call check() {
        return ActivityCalls.CHANGE_INSTANCE_CHECK.about("i-check", CLOCK);
    }
}
