package io.koobridge.gateway.dialect.saas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.InstanceViews.Usage;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.Phase;
import io.koobridge.gateway.address.Edition;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SaasAnswersTest {

    @Test
    void anAnswerBeginsAsTheVectorsDo() {
        assertThat(text(answer(new Reply.Purchased("i", true))))
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"instanceId\":\"i\"}");
    }

    @Test
    void onlyOurOwnFaultsAreWorthAnotherTry() {
        assertThat(answer(new Reply.Refused(Refusal.NOT_STORED)).failed()).isTrue();
        assertThat(answer(new Reply.Refused(Refusal.METHOD)).failed()).isFalse();
        assertThat(answer(new Reply.Refused(Refusal.REPLAYED)).failed()).isFalse();
        assertThat(answer(new Reply.Purchased("i", false)).failed()).isFalse();
        assertThat(answer(new Reply.LookedUp(List.of(new Standing.Failed(FailureReason.OTHER)))))
                .satisfies(answer -> {
                    assertThat(answer.resultCode()).isEqualTo("000005");
                    assertThat(answer.failed()).isFalse();
                });
        var refusedChange = SaasAnswers.of(new Reply.Impossible("no"), wording(Edition.CN, "000005"));
        assertThat(refusedChange.resultCode()).isEqualTo("000005");
        assertThat(refusedChange.failed()).isFalse();
    }

    @Test
    void aChangeThatIsNotPossibleHasTheCodeOfItsAddressAndTheProductsWords() {
        assertThat(text(answer(new Reply.Impossible("40 users, but only 20 in the smaller plan"))))
                .isEqualTo("{\"resultCode\":\"000098\",\"resultMsg\":\"40 users, but only 20 in the smaller plan\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_INSTANCE,    the instance does not exist",
        "RELEASED,            the instance was released",
        "PROVISIONING_FAILED, the instance could not be provisioned",
    })
    void oneCodeStandsForEveryReasonAndTheWordsTellThemApart(Reason reason, String words) {
        assertThat(text(answer(new Reply.Declined(reason))))
                .isEqualTo("{\"resultCode\":\"000003\",\"resultMsg\":\"%s\"}".formatted(words));
    }

    @Property
    void whateverTheProductSaysFitsIntoAMessage(@ForAll String words) {
        var message = CallJson.read(answer(new Reply.Impossible(words)).json())
                .orElseThrow()
                .path("resultMsg")
                .asString();

        assertThat(message).isNotBlank().hasSizeLessThanOrEqualTo(255).doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
    }

    @Test
    void aMessageIsNotCutWithinACharacter() {
        assertThat(ProductWords.fit("x".repeat(254) + "\ud83d\ude00")).isEqualTo("x".repeat(254));
        assertThat(ProductWords.fit("a\r\n\tb\u2028c\ud800")).isEqualTo("a b c");
        assertThat(ProductWords.fit("\u0000".repeat(9))).isEqualTo("the change is not possible");
    }

    @ParameterizedTest
    @EnumSource(Rejection.class)
    void noRejectionTellsAStrangerWhichPartOfASignatureIsWrong(Rejection rejection) {
        var text = text(answer(new Reply.Refused(Refusal.of(rejection))));

        var expected = rejection.fault() == Rejection.Fault.AUTHENTICATION ? "000001" : "000002";
        assertThat(text).startsWith("{\"resultCode\":\"%s\"".formatted(expected));
        if (rejection.fault() == Rejection.Fault.AUTHENTICATION) {
            assertThat(text).contains("\"resultMsg\":\"authentication failed\"");
        }
    }

    @Tag("promise:edition-codes")
    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void everyReasonHasACodeInEveryEdition(FailureReason reason) {
        for (var edition : Edition.values()) {
            var code = SaasAnswers.of(
                            new Reply.LookedUp(List.of(new Standing.Failed(reason))), wording(edition, "000005"))
                    .resultCode();

            assertThat(code).matches(edition == Edition.EU ? "000005|000100" : "000005|00010[0-7]");
        }
    }

    @net.jqwik.api.Tag("promise:answers-are-ascii")
    @Property
    void whateverAnInstanceSaysTheAnswerIsAsciiAndSaysTheSame(
            @ForAll String url, @ForAll String memo, @ForAll BigDecimal used) {
        var usage = new Usage(null, used, Instant.EPOCH, url);
        var view = new View("i", Phase.ACTIVE, new AppInfo(url, null, memo, memo, memo), null, List.of(usage));

        var json = answer(new Reply.LookedUp(List.of(new Standing.Ready(view)))).json();

        for (byte character : json) {
            assertThat(character).isBetween((byte) ' ', (byte) 0x7f);
        }
        var info = CallJson.read(json).orElseThrow().path("info").path(0);
        assertThat(info.path("appInfo").path("frontEndUrl").asString()).isEqualTo(url);
        assertThat(info.path("appInfo").path("memo").asString()).isEqualTo(memo);
        assertThat(info.path("usageInfo").path(0).path("dashboardUrl").asString())
                .isEqualTo(url);
        var value = info.path("usageInfo").path(0).path("usageValue");
        assertThat(value.isNumber()).isTrue();
        assertThat(value.decimalValue().subtract(used).abs()).isLessThanOrEqualTo(new BigDecimal("0.00005"));
        assertThat(new String(json, UTF_8)).doesNotContainPattern("\"usageValue\":-?[0-9]+(\\.[0-9]{5,}|E)");
    }

    private static CallAnswer answer(Reply reply) {
        return SaasAnswers.of(reply, wording(Edition.CN, "000098"));
    }

    private static SaasWording wording(Edition edition, String changeRefused) {
        return new SaasWording(
                "application/json", edition != Edition.EU, changeRefused, new AccessWriter.Plain(), WaitingPage.NONE);
    }

    private static String text(CallAnswer answer) {
        return new String(answer.json(), UTF_8);
    }
}
