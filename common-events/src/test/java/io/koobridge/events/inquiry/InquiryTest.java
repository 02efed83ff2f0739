package io.koobridge.events.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.koobridge.events.Outcome;
import io.koobridge.events.Reason;
import io.koobridge.events.SealedText;
import io.koobridge.events.inquiry.ChangeCheck.Verdict;
import io.koobridge.events.inquiry.InstanceViews.Usage;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

class InquiryTest {

    private static final OrderKey ORDER = new OrderKey("CS1", "CS1-000001", null);
    private static final View FAILED = new View("i-2", Phase.FAILED, null, FailureReason.SOLD_OUT, null);
    private static final View METERED = new View(
            "i-1",
            Phase.ACTIVE,
            new AppInfo("https://app.example.com/", null, "admin", "Init-1", "首次登录请改密码"),
            null,
            List.of(new Usage(null, new BigDecimal("1.2500"), Instant.parse("2026-03-01T10:00:00Z"), null)));

    @Test
    void admissionSaysWhatAFactWouldDo() {
        assertThat(Admission.of(new Outcome.Applied<>("state"))).isEqualTo(new Admission("applied", null, null));
        assertThat(Admission.of(new Outcome.Unchanged<>())).isEqualTo(new Admission("unchanged", null, null));
        assertThat(Admission.of(new Outcome.Stale<>("older"))).isEqualTo(new Admission("stale", null, "older"));
        assertThat(Admission.of(new Outcome.Refused<>(Reason.RELEASED)))
                .isEqualTo(new Admission("refused", Reason.RELEASED, null));
    }

    @Test
    void onlyARefusalHasAReasonAndAlwaysHasOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission("refused", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission("applied", Reason.RELEASED, null));
    }

    @Test
    void aResolutionHasAnInstanceWithItsPhaseOrNeither() {
        assertThat(InstanceResolution.UNKNOWN).isEqualTo(new InstanceResolution(null, null, false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new InstanceResolution("i-1", null, false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new InstanceResolution(null, Phase.ACTIVE, true, null));
    }

    @Test
    void aLostCallIsNamedByWhatIsRestartedTogether() {
        assertThat(new LostCall("kb1", null, "releaseLicense", "000005", "late", Instant.EPOCH).subject())
                .isEqualTo("kb1~releaseLicense");
        assertThat(new LostCall("kb1", "e-1", "getLicenseAsync", "000005", "not_yet", Instant.EPOCH).subject())
                .isEqualTo("kb1~getLicenseAsync~e-1");
    }

    @Test
    void theLongestLostCallHasRoomInARequest() {
        var id = "\u0001".repeat(64);
        var word = "x".repeat(64);
        var longest = new LostCall(id, id, word, "000005", word, Instant.parse("2026-01-01T00:00:00.123456789Z"));

        assertThat(Json.mapper().writeValueAsBytes(longest)).hasSizeLessThan(LostCall.LONGEST_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "'',   e-1, releaseLicense,  000005,  late, instanceId",
        "65,   e-1, releaseLicense,  000005,  late, instanceId",
        "kb1,  '',  releaseLicense,  000005,  late, which",
        "kb1,  e-1, release License, 000005,  late, activity",
        "kb1,  e-1, releaseLicense,  5,       late, resultCode",
        "kb1,  e-1, releaseLicense,  000005,  Late, verdict",
    })
    void aLostCallThatIsNoneSaysWhichMemberIsWrong(
            String instanceId, String eventId, String activity, String resultCode, String verdict, String member) {
        var id = instanceId.equals("65") ? "x".repeat(65) : instanceId;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LostCall(id, eventId, activity, resultCode, verdict, Instant.EPOCH))
                .withMessageStartingWith(member + " ");
    }

    @Test
    void oneToSixtyFourOrdersAreAskedAboutAtOnce() {
        var question = new InstanceResolution.Question(InstanceKind.SAAS, ORDER);

        assertThat(new InstanceResolution.Questions(Collections.nCopies(64, question)).questions())
                .hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new InstanceResolution.Questions(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InstanceResolution.Questions(Collections.nCopies(65, question)));
    }

    @Test
    void oneToSixtyFourApplicationsAreAskedAboutAtOnce() {
        var question = LicenseReservation.Question.WARM_UP;

        assertThat(new LicenseReservation.Questions(Collections.nCopies(64, question)).questions())
                .hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new LicenseReservation.Questions(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LicenseReservation.Questions(Collections.nCopies(65, question)));
    }

    @Test
    void anAnswerIsHeldForFifteenSecondsAtMost() {
        assertThat(new OrderedInstance.Wait(InstanceKind.SAAS, ORDER, 1).waitMillis())
                .isOne();
        assertThat(new OrderedInstance.Wait(InstanceKind.SAAS, ORDER, 15_000).waitMillis())
                .isEqualTo(OrderedInstance.Wait.LONGEST_MILLIS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderedInstance.Wait(InstanceKind.SAAS, ORDER, 0))
                .withMessage("an answer is held for 1 to 15000 ms, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderedInstance.Wait(InstanceKind.SAAS, ORDER, 15_001));
    }

    static Stream<Record> whatCrossesTheInternalPort() {
        return Stream.of(
                new InstanceResolution.Questions(List.of(new InstanceResolution.Question(InstanceKind.SAAS, ORDER))),
                new InstanceResolution.Resolutions(List.of(InstanceResolution.UNKNOWN)),
                InstanceResolution.UNKNOWN,
                new InstanceResolution("i-1", Phase.FAILED, false, FailureReason.OTHER),
                new OrderedInstance.Wait(InstanceKind.SAAS, ORDER, 12_000),
                new OrderedInstance(METERED),
                new OrderedInstance(null),
                new OrderedInstance.Glances(List.of(new OrderedInstance(null), new OrderedInstance(METERED))),
                new LicenseReservation.Questions(List.of(LicenseReservation.Question.WARM_UP)),
                new LicenseReservation.Reservations(List.of(
                        LicenseReservation.of(LicenseReservation.Verdict.NOT_YET),
                        LicenseReservation.refused(Reason.QUOTA_USED_UP))),
                new SecretOpening.Question("t-1", "app-1", "bWFkZSB1cA=="),
                new SecretOpening(new SealedText("kbs1.made-up")),
                new SecretOpening(null),
                new InstanceViews.Question(InstanceKind.LICENSE, List.of("i-1", "i-2")),
                new InstanceViews(List.of(METERED, FAILED)),
                Admission.of(new Outcome.Refused<>(Reason.UNKNOWN_INSTANCE)),
                new ChangeCheck.Question(InstanceKind.SAAS, "i-1", "OFFI2", null, 50L),
                ChangeCheck.possible(),
                ChangeCheck.impossible("已用容量超过目标规格"),
                ChangeCheck.refused(Reason.PROVISIONING_FAILED));
    }

    @Test
    void onlyAnImpossibleChangeHasWordsAndOnlyARefusedOneAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeCheck(Verdict.IMPOSSIBLE, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeCheck(Verdict.POSSIBLE, "because", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeCheck(Verdict.REFUSED, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeCheck(Verdict.UNDECIDED, null, Reason.RELEASED));
    }

    @ParameterizedTest
    @MethodSource("whatCrossesTheInternalPort")
    void arrivesAsItWasSent(Record value) {
        var json = Json.mapper().writeValueAsString(value);

        assertThat(Json.mapper().readValue(json, value.getClass())).isEqualTo(value);
        assertThat(json).doesNotContain("null");
    }

    static Stream<String> halfAnswers() {
        return Stream.of(
                "{}",
                "{\"instances\":null}",
                "{\"instances\":[null]}",
                "{\"instances\":[{\"instanceId\":\"i-1\"}]}",
                "{\"instances\":[{\"instanceId\":\"i-1\",\"phase\":\"ACTIVE\",\"appInfo\":{}}]}",
                "{\"instances\":[{\"instanceId\":\"i-1\",\"phase\":\"ACTIVE\",\"usage\":[{\"value\":1}]}]}");
    }

    @ParameterizedTest
    @MethodSource("halfAnswers")
    void anAnswerThatLacksSomethingIsNoAnswer(String json) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> Json.mapper().readValue(json, InstanceViews.class));
    }

    @Test
    void aPasswordIsNotPrinted() {
        assertThat(METERED.toString()).doesNotContain("Init-1");
    }

    @Test
    void aClientSecretIsNotPrintedAsItCameEither() {
        assertThat(new SecretOpening.Question("t-1", "app-1", "bWFkZSB1cA==").toString())
                .contains("t-1", "app-1")
                .doesNotContain("bWFkZSB1cA==");
    }
}
