package io.koobridge.gateway.dialect.license;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.Phase;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.CallAnswer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("promise:edition-codes")
class LicenseAnswersTest {

    private final LicenseAnswers answers = LicenseAnswers.ofV2("instance");

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aPurchaseIsDoneAtOnceSinceNoQueryWouldTellLater(boolean ready) {
        assertThat(text(new Reply.Purchased("i", ready)))
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"i\"}");
    }

    @Test
    void anApplicationIsInProgressUntilItIsDelivered() {
        assertThat(text(new Reply.Applied(false)))
                .isEqualTo("{\"resultCode\":\"000004\",\"resultMsg\":\"being processed\"}");
        assertThat(text(new Reply.Applied(true))).isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_INSTANCE,    000003, the instance does not exist",
        "RELEASED,            000003, the instance was released",
        "PROVISIONING_FAILED, 000003, the instance could not be provisioned",
        "NO_ACCESS,           000003, the instance could not be provisioned",
        "UNKNOWN_CODE,        000003, the license code does not exist",
        "QUOTA_USED_UP,       000900, the order in force has no license left",
        "OUTSIDE_TERM,        000901, the validity is outside the time that the order in force pays for",
        "EXPIRY_MISSING,      000902, expireTime is missing: the product is paid by the period",
        "FINGERPRINT_MISSING, 000903, deviceFingerprint is missing: the license is bound to a device",
    })
    void everyReasonHasItsCode(Reason reason, String code, String words) {
        assertThat(text(new Reply.Declined(reason)))
                .isEqualTo("{\"resultCode\":\"%s\",\"resultMsg\":\"%s\"}".formatted(code, words));
        assertThat(answers.of(new Reply.Declined(reason)).failed()).isFalse();
    }

    @Test
    void aReasonSaysWhatItIsAbout() {
        var ofCodes = LicenseAnswers.ofV2("license code");

        assertThat(text(ofCodes.of(new Reply.Declined(Reason.RELEASED))))
                .isEqualTo("{\"resultCode\":\"000003\",\"resultMsg\":\"the license code was released\"}");
    }

    @Test
    void whatWeCannotDoNowDeservesAnotherTry() {
        for (var refusal : List.of(Refusal.NOT_STORED, Refusal.NOT_YET, Refusal.SERVICE_AWAY, Refusal.LATE)) {
            var answer = answers.of(new Reply.Refused(refusal));
            assertThat(answer.resultCode()).isEqualTo("000005");
            assertThat(answer.failed()).isTrue();
        }
        assertThat(answers.of(new Reply.Refused(Refusal.METHOD)).resultCode()).isEqualTo("000002");
        assertThat(answers.of(new Reply.Refused(Refusal.REPLAYED)).resultCode()).isEqualTo("000001");
    }

    @Test
    void aPurchaseIsAnsweredWithItsLicenseInAscii() {
        assertThat(text(new Reply.Obtained("i", new Standing.Licensed("许可\n\"1\""))))
                .isEqualTo(
                        "{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"i\",\"license\":\"\\u8BB8\\u53EF\\n\\\"1\\\"\"}");
    }

    @Test
    void aLicenseThatIsNotThereInTimeComesLaterUnderItsId() {
        assertThat(text(new Reply.Obtained("i", new Standing.Preparing())))
                .isEqualTo("{\"resultCode\":\"000004\",\"resultMsg\":\"being processed\",\"instanceId\":\"i\"}");
    }

    @Test
    void aLicenseThatNobodyWillMakeIsNoFailureOfTheCall() {
        var answer = answers.of(new Reply.Obtained("i", new Standing.Failed(FailureReason.OTHER)));

        assertThat(text(answer)).isEqualTo("{\"resultCode\":\"000005\",\"resultMsg\":\"no license will be issued\"}");
        assertThat(answer.failed()).isFalse();
    }

    @Test
    void aQueryShowsThoseThatAreThere() {
        assertThat(text(new Reply.LookedUp(List.of(new Standing.Unknown(), ready("a"), ready("b")))))
                .isEqualTo(
                        "{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"info\":[{\"instanceId\":\"a\"},{\"instanceId\":\"b\"}]}");
    }

    @ParameterizedTest
    @CsvSource({"PROVISIONING, 000004", "RELEASED, 000003"})
    void aQueryWithoutAnySaysWhy(Phase phase, String code) {
        var standing = phase == Phase.PROVISIONING ? new Standing.Preparing() : new Standing.Unknown();

        assertThat(answers.of(new Reply.LookedUp(List.of(new Standing.Unknown(), standing)))
                        .resultCode())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"NO_RESOURCE, 000100", "SOLD_OUT, 000005", "OTHER, 000005"})
    void aQueryOfWhatFailedHasTheCodeThatThereIs(FailureReason reason, String code) {
        assertThat(answers.of(new Reply.LookedUp(List.of(new Standing.Failed(reason))))
                        .resultCode())
                .isEqualTo(code);
    }

    private static Standing ready(String id) {
        return new Standing.Ready(new View(id, Phase.ACTIVE, null, null, null));
    }

    private String text(Reply reply) {
        return text(answers.of(reply));
    }

    private static String text(CallAnswer answer) {
        assertThat(answer.contentType()).isEqualTo("application/json");
        return new String(answer.json(), US_ASCII);
    }
}
