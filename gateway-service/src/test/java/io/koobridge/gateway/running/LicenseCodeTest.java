package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.FactIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.events.license.CodeId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Authorization codes on their own address, with a real broker (license §4). */
@ExtendWith(OutputCaptureExtension.class)
class LicenseCodeTest extends LicenseGatewayTest {

    private final String code = "PL" + UUID.randomUUID();

    @Tag("promise:stored-before-answered")
    @Test
    void aRenewalIsStoredUnderItsCodeAndARepetitionIsTheSameFact() {
        var order = new OrderKey(orderId, "L", null);
        var until = Instant.parse("2027-06-01T00:00:00Z");
        var body = """
                {"activity":"refreshLicenseCode","expireTime":"20270601000000","license":"%s","orderId":"%s","orderLineId":"L",\
                "productId":"OFFI7","scene":"RENEWAL","testFlag":"0"}""".formatted(code, orderId);

        assertThat(code(body).text()).isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}");
        assertThat(code(body).code()).isEqualTo("000000");

        assertThat(StoredFacts.ofLicenseCode(code)).hasSize(2).allSatisfy(fact -> {
            assertThat(fact.id()).isEqualTo(FactIds.ofTerm(code, TermChange.RENEWAL, order, until));
            assertThat(fact.data()).isEqualTo(new CodeTermChanged(TermChange.RENEWAL, order, "OFFI7", until));
            assertThat(fact.source()).isEqualTo(LicenseSettings.CODE_PATH);
        });
        assertThat(LICENSES.admissions()).hasSize(2);
        assertThat(PROVISIONING.asked()).isZero();
    }

    @Test
    void aFreezeAThawAndAReleaseAreStored() {
        var status = "{\"activity\":\"updateLicenseCodeStatus\",\"license\":\"%s\",\"status\":\"%s\"}";

        assertThat(code(status.formatted(code, "FREEZE")).code()).isEqualTo("000000");
        assertThat(code(status.formatted(code, "UNFREEZE")).code()).isEqualTo("000000");
        assertThat(code("{\"activity\":\"releaseLicenseCode\",\"license\":\"%s\"}".formatted(code))
                        .code())
                .isEqualTo("000000");

        assertThat(StoredFacts.ofLicenseCode(code))
                .extracting(fact -> (Object) fact.data())
                .containsExactly(new CodeFrozen(), new CodeUnfrozen(), new CodeReleased(null));
    }

    @Test
    void aCodeThatThoseWhoWantToKnowItDoNotKnowDoesNotExist() {
        LICENSES.admits(new Admission("refused", Reason.UNKNOWN_CODE, null));

        assertThat(code("{\"activity\":\"releaseLicenseCode\",\"license\":\"%s\"}".formatted(code))
                        .text())
                .isEqualTo("{\"resultCode\":\"000003\",\"resultMsg\":\"the license code does not exist\"}");
        assertThat(StoredFacts.ofLicenseCode(code)).isEmpty();
    }

    @Tag("promise:down-is-not-unknown")
    @Test
    void whetherOrNotAnybodyAnswersItIsStored() {
        LICENSES.failing();

        assertThat(code("{\"activity\":\"releaseLicenseCode\",\"license\":\"%s\"}".formatted(code))
                        .code())
                .isEqualTo("000000");
        assertThat(StoredFacts.ofLicenseCode(code)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRIAL_TO_FORMAL", "RENEWAL_CHANGE", "renewal", ""})
    void anotherSceneIsNotUnderstood(String scene) {
        assertThat(code("""
                        {"activity":"refreshLicenseCode","expireTime":"20270601000000","license":"%s","orderId":"o","scene":"%s"}""".formatted(code, scene)).code()).isEqualTo("000002");
        assertThat(LICENSES.asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refreshLicenseCode", "updateLicenseCodeStatus", "releaseLicenseCode"})
    void aDebuggingCallTouchesNothing(String activity) {
        assertThat(code("{\"activity\":\"%s\",\"license\":\"%s\",\"testFlag\":1}".formatted(activity, code))
                        .code())
                .isEqualTo("000000");
        assertThat(lastJournaled().verdict()).isEqualTo("rehearsed");
        assertThat(LICENSES.asked()).isZero();
        assertThat(StoredFacts.ofLicenseCode(code)).isEmpty();
    }

    @Test
    void journalAndLogKnowTheCodeByItsName(CapturedOutput output) {
        LICENSES.failing();

        var unused = code("{\"activity\":\"releaseLicenseCode\",\"license\":\"%s\"}".formatted(code));

        assertThat(GATEWAY.journal().entriesAbout(CodeId.of(code))).hasSize(1);
        assertThat(GATEWAY.journal().written().toString()).doesNotContain(code);
        assertThat(output.getAll()).doesNotContain(code);
    }
}
