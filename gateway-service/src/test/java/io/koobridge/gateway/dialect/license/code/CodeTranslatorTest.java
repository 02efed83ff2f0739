package io.koobridge.gateway.dialect.license.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.json.CallJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTranslatorTest {

    private static final OrderKey ORDER = new OrderKey("o", "l", null);
    private static final Instant UNTIL = Instant.parse("2027-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "RENEWAL, 20270601000000",
        "RENEWAL, 20270601000000000",
        "UNSUBSCRIBE_RENEWAL_PERIOD, 20270601000000",
    })
    void aRefreshSetsTheTermOfACode(TermChange scene, String end) {
        assertThat(translate("""
                        {"activity":"refreshLicenseCode","scene":"%s","expireTime":"%s","license":"PLDEMO0000000001",
                         "orderId":"o","orderLineId":"l","productId":"p","testFlag":"0"}""".formatted(scene, end)))
                .isEqualTo(new Understood(
                        new Activity("refreshLicenseCode", true),
                        new Command.CodeChange(
                                "PLDEMO0000000001",
                                FactIds.ofTerm("PLDEMO0000000001", scene, ORDER, UNTIL),
                                new CodeTermChanged(scene, ORDER, "p", UNTIL))));
    }

    @Test
    void whatDoesNotDecideMayBeAnything() {
        assertThat(command("""
                        {"activity":"refreshLicenseCode","scene":"RENEWAL","expireTime":20270601000000,"license":7,
                         "orderId":8,"orderLineId":{},"productId":[]}"""))
                .isEqualTo(new Command.CodeChange(
                        "7",
                        FactIds.ofTerm("7", TermChange.RENEWAL, new OrderKey("8", null, null), UNTIL),
                        new CodeTermChanged(TermChange.RENEWAL, new OrderKey("8", null, null), null, UNTIL)));
    }

    @Test
    void aStatusIsAFactOfItsOwnCall() {
        assertThat(command("{\"activity\":\"updateLicenseCodeStatus\",\"license\":\"c\",\"status\":\"FREEZE\"}"))
                .isEqualTo(new Command.CodeChange("c", "call-1", new CodeFrozen()));
        assertThat(command("{\"activity\":\"updateLicenseCodeStatus\",\"license\":\"c\",\"status\":\"UNFREEZE\"}"))
                .isEqualTo(new Command.CodeChange("c", "call-1", new CodeUnfrozen()));
    }

    @Test
    void aReleaseIsKnownByItsOrderWhereItHasOne() {
        assertThat(command("""
                        {"activity":"releaseLicenseCode","license":"c","orderId":"o","orderLineId":"l"}"""))
                .isEqualTo(new Command.CodeChange("c", FactIds.ofRelease("c", ORDER), new CodeReleased(ORDER)));
        assertThat(command("{\"activity\":\"releaseLicenseCode\",\"license\":\"c\"}"))
                .isEqualTo(new Command.CodeChange("c", "call-1", new CodeReleased(null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'scene':'RENEWAL','orderId':'o','expireTime':'20270601000000' | license is missing",
                "'license':'c','orderId':'o','expireTime':'20270601000000' | scene is missing",
                "'license':'c','scene':'TRIAL_TO_FORMAL','orderId':'o','expireTime':'20270601000000' | scene is unknown",
                "'license':'c','scene':'RENEWAL_CHANGE','orderId':'o','expireTime':'20270601000000' | scene is unknown",
                "'license':'c','scene':'renewal','orderId':'o','expireTime':'20270601000000' | scene is unknown",
                "'license':'c','scene':'RENEWAL','expireTime':'20270601000000' | orderId is missing",
                "'license':'c','scene':'RENEWAL','orderId':'o' | expireTime is missing",
                "'license':'c','scene':'RENEWAL','orderId':'o','expireTime':'20270631000000' | expireTime is not a time of 14 or 17 digits",
            })
    void whatARefreshLacksIsNamed(String members, String why) {
        assertThat(problem("{\"activity\":\"refreshLicenseCode\",%s}".formatted(members.replace('\'', '"'))))
                .isEqualTo(why);
    }

    @Test
    void aCodeIsOf64CharactersAtMost() {
        var body = "{\"activity\":\"releaseLicenseCode\",\"license\":\"%s\"}";

        assertThat(((Command.CodeChange) command(body.formatted("x".repeat(64)))).code())
                .hasSize(64);
        assertThat(problem(body.formatted("x".repeat(65)))).isEqualTo("license is not an id");
    }

    @Test
    void aStatusOfNoKindIsNamed() {
        assertThat(problem("{\"activity\":\"updateLicenseCodeStatus\",\"license\":\"c\",\"status\":\"NORMAL\"}"))
                .isEqualTo("status is unknown");
        assertThat(problem("{\"activity\":\"updateLicenseCodeStatus\",\"license\":\"c\"}"))
                .isEqualTo("status is missing");
    }

    @ParameterizedTest
    @EnumSource(CodeActivity.class)
    void dummiesInEveryFieldAreASuccess(CodeActivity activity) {
        assertThat(translate("""
                        {"activity":"%s","orderId":"123456789","orderLineId":"123456789","license":"%s",
                         "scene":"123456789","status":"123456789","expireTime":"123456789","testFlag":"1"}""".formatted(activity.activity().label(), "1".repeat(80))))
                .isEqualTo(new Rehearsed(activity.activity(), new Reply.Noted(false)));
        assertThat(problem("{\"activity\":\"%s\",\"testFlag\":\"1\"}"
                        .formatted(activity.activity().label())))
                .isEqualTo("license is missing");
    }

    @ParameterizedTest
    @CsvSource({"newInstance", "getLicenseAsync", "releaseInstance", "releaseLicense"})
    void activitiesOfOtherLicensesAreUnknown(String activity) {
        assertThat(translate("{\"activity\":\"%s\",\"license\":\"c\",\"instanceId\":\"i\"}".formatted(activity)))
                .isEqualTo(new NotUnderstood(Activity.OTHER, "activity is unknown"));
    }

    @Test
    void aCommandShowsNobodyItsCode() {
        assertThat(command("{\"activity\":\"releaseLicenseCode\",\"license\":\"PLDEMO0000000001\"}"))
                .asString()
                .doesNotContain("PLDEMO");
    }

    private static Command command(String body) {
        return ((Understood) translate(body)).command();
    }

    private static String problem(String body) {
        return ((NotUnderstood) translate(body)).why();
    }

    private static Translation translate(String body) {
        return CodeTranslator.translate(CallJson.read(body.getBytes(UTF_8)).orElseThrow(), () -> "call-1");
    }
}
