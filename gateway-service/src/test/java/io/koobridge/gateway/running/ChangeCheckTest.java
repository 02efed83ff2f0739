package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
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
        PROVISIONING.checks(ChangeCheck.impossible("太多 users:\n40"));

        var reply = send(call).isProper();
        PROVISIONING.checks(ChangeCheck.possible());
        var again = send(call).isProper();

        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000005\",\"resultMsg\":\"\\u592A\\u591A users: 40\"}");
        assertThat(again.text()).isEqualTo(reply.text());
        assertThat(GATEWAY.journaled()).extracting(entry -> entry.verdict()).endsWith("impossible", "repeated");
        assertThat(lastJournaled().needsRestart()).isFalse();
        assertThat(counted(RESTART)).isEqualTo(before);
    }

    @Test
    void anAddressMayHaveACodeOfItsOwnForThat() {
        PROVISIONING.checks(ChangeCheck.impossible("no"));

        var reply = send(check().withPath(RunningGateway.EU_PATH).withKey(RunningGateway.EU_KEY));

        assertThat(reply.isProper(RunningGateway.EU_KEY).code()).isEqualTo("000100");
    }

    @Test
    void anInstanceThatNobodyKnowsDoesNotExist() {
        PROVISIONING.checks(ChangeCheck.refused(Reason.UNKNOWN_INSTANCE));

        assertThat(send(check()).isProper().code()).isEqualTo("000003");
    }

    @Test
    void whyAnInstanceCanHaveNoChangeIsInTheWords() {
        PROVISIONING.checks(ChangeCheck.refused(Reason.RELEASED));

        assertThat(send(check()).isProper().text())
                .isEqualTo("{\"resultCode\":\"000003\",\"resultMsg\":\"the instance was released\"}");
        assertThat(lastJournaled().verdict()).isEqualTo("released");
    }

    @Test
    void anInstanceOfOursThatIsOnItsWayToTheLedgerNeedsAPerson() {
        double before = counted(RESTART);
        var ours = InstanceIds.derive(RunningGateway.SELLER, InstanceKind.SAAS, new OrderKey("CS", "L", null));
        PROVISIONING.checks(ChangeCheck.refused(Reason.UNKNOWN_INSTANCE));

        var reply = send(ActivityCalls.CHANGE_INSTANCE_CHECK.about(ours, CLOCK)).isProper();

        assertThat(reply.code()).isEqualTo("000005");
        assertThat(lastJournaled().verdict()).isEqualTo("undecided");
        assertThat(counted(RESTART)).isEqualTo(before + 1);
    }

    @Test
    void aProductThatDoesNotDecideNeedsAPerson() {
        double before = counted(RESTART);
        var call = check();
        PROVISIONING.checks(ChangeCheck.undecided());

        var reply = send(call).isProper();
        assertThat(lastJournaled().verdict()).isEqualTo("undecided");
        assertThat(lastJournaled().needsRestart()).isTrue();
        PROVISIONING.checks(ChangeCheck.possible());
        var again = send(call).isProper();

        assertThat(reply.code()).isEqualTo("000005");
        assertThat(again.code()).isEqualTo("000000");
        assertThat(counted(RESTART)).isEqualTo(before + 1);
    }

    private static Call check() {
        return ActivityCalls.CHANGE_INSTANCE_CHECK.about("i-check", CLOCK);
    }
}
