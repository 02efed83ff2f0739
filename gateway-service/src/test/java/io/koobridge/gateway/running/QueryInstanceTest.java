package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.Usage;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryInstanceTest extends GatewayTest {

    private static final String OURS = InstanceIds.derive("anybody", InstanceKind.SAAS, new OrderKey("CS", "L", null));

    @Tag("promise:answers-are-ascii")
    @Test
    void aReadyInstanceTellsEverythingThereIsInAscii() {
        PROVISIONING.knows(new View(
                "i-1",
                Phase.ACTIVE,
                new AppInfo(
                        "https://app.example.com/t/1", "https://app.example.com/admin", "admin", "Init-1", "首次登录请改密码"),
                null,
                null));

        var reply = send(Call.queryInstance(CLOCK, "i-1")).isProper();

        assertThat(reply.text())
                .isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\",\"info\":[{\"instanceId\":\"i-1\","
                        + "\"appInfo\":{\"frontEndUrl\":\"https://app.example.com/t/1\","
                        + "\"adminUrl\":\"https://app.example.com/admin\",\"userName\":\"admin\",\"password\":\"Init-1\","
                        + "\"memo\":\"\\u9996\\u6B21\\u767B\\u5F55\\u8BF7\\u6539\\u5BC6\\u7801\"}}]}");
        assertThat(PROVISIONING.queries())
                .containsExactly(new InstanceViews.Question(InstanceKind.SAAS, List.of("i-1")));
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        PROVISIONING.knows(view("i-1", Phase.FROZEN));

        assertThat(send(Call.queryInstance(CLOCK, "i-1")).isProper().text())
                .contains("\"appInfo\":{\"frontEndUrl\":\"https://app.example.com/i-1\"}}]}")
                .doesNotContain("null", "usageInfo");
    }

    @Test
    void meteredInstancesAlwaysTellTheirUsage() {
        var asOf = Instant.parse("2026-01-02T03:04:05.006Z");
        PROVISIONING.knows(new View(
                "i-1",
                Phase.ACTIVE,
                null,
                null,
                List.of(
                        new Usage(null, new BigDecimal("0.0000"), asOf, null),
                        new Usage("i-2", new BigDecimal("1234567890.123450"), asOf, "https://d.example.com"),
                        new Usage(null, new BigDecimal("1E+3"), asOf, null))));

        assertThat(send(Call.queryInstance(CLOCK, "i-1")).isProper().text())
                .endsWith("{\"instanceId\":\"i-1\",\"usageInfo\":["
                        + "{\"usageValue\":0,\"statisticalTime\":\"20260102030405006\"},"
                        + "{\"relatedInstanceId\":\"i-2\",\"usageValue\":1234567890.1235,"
                        + "\"statisticalTime\":\"20260102030405006\",\"dashboardUrl\":\"https://d.example.com\"},"
                        + "{\"usageValue\":1000,\"statisticalTime\":\"20260102030405006\"}]}]}");
    }

    @ParameterizedTest
    @CsvSource({"PROVISIONING, 000004", "RELEASED, 000003", "FAILED, 000005"})
    void anInstanceThatCannotBeUsedHasACode(Phase phase, String code) {
        PROVISIONING.knows(view("i-1", phase));

        var reply = send(Call.queryInstance(CLOCK, "i-1")).isProper();

        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().has("info")).isFalse();
    }

    @Test
    void anIdThatNobodyKnowsDoesNotExist() {
        assertThat(send(Call.queryInstance(CLOCK, "never-heard-of")).isProper().code())
                .isEqualTo("000003");
    }

    @Test
    void anIdThatIsTooLongForOneDoesNotExistAndDoesNotSpoilTheOthers() {
        var tooLong = "x".repeat(65);
        PROVISIONING.knows(view("i-1", Phase.ACTIVE));

        assertThat(send(Call.queryInstance(CLOCK, tooLong)).isProper().code()).isEqualTo("000003");
        var mixed = send(Call.queryInstance(CLOCK, tooLong, "i-1")).isProper();

        assertThat(mixed.code()).isEqualTo("000000");
        assertThat(mixed.json().path("info").findValuesAsString("instanceId")).containsExactly("i-1");
        assertThat(PROVISIONING.queries())
                .containsExactly(new InstanceViews.Question(InstanceKind.SAAS, List.of("i-1")));
        assertThat(GATEWAY.journal().entriesAbout(tooLong)).isEmpty();
    }

    @Test
    void anIdOfOurMakingThatNobodyKnowsYetIsBeingProvisioned() {
        assertThat(send(Call.queryInstance(CLOCK, OURS)).isProper().code()).isEqualTo("000004");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_RESOURCE,            000100, 000100",
        "MOBILE_MISSING_OR_USED, 000101, 000005",
        "EMAIL_MISSING_OR_USED,  000102, 000005",
        "NOT_BUYABLE_AGAIN,      000103, 000005",
        "PRODUCT_ERROR,          000104, 000005",
        "ALREADY_ENTITLED,       000105, 000005",
        "SOLD_OUT,               000106, 000005",
        "MAIL_DOMAIN_EXISTS,     000107, 000005",
        "OTHER,                  000005, 000005",
    })
    void aPermanentFailureTellsItsReasonWhereTheEditionHasACode(FailureReason reason, String inChina, String inEurope) {
        PROVISIONING.knows(new View("i-1", Phase.FAILED, null, reason, null));
        var call = Call.queryInstance(CLOCK, "i-1");

        assertThat(send(call).isProper().code()).isEqualTo(inChina);
        assertThat(send(call.withPath(RunningGateway.EU_PATH).withKey(RunningGateway.EU_KEY))
                        .isProper(RunningGateway.EU_KEY)
                        .code())
                .isEqualTo(inEurope);
    }

    @Test
    void aBatchIsASuccessWithThoseThatAreReadyInTheOrderAsked() {
        PROVISIONING.knows(
                view("i-1", Phase.ACTIVE),
                view("i-2", Phase.PROVISIONING),
                view("i-3", Phase.RELEASED),
                view("i-4", Phase.FROZEN));

        var reply = send(Call.queryInstance(CLOCK, "i-4", "i-3", "unknown", " i-1 ", "", "i-2", "i-4"))
                .isProper();

        assertThat(reply.code()).isEqualTo("000000");
        assertThat(reply.json().path("info").findValuesAsString("instanceId")).containsExactly("i-4", "i-1");
        assertThat(PROVISIONING.queries())
                .containsExactly(
                        new InstanceViews.Question(InstanceKind.SAAS, List.of("i-4", "i-3", "unknown", "i-1", "i-2")));
    }

    @ParameterizedTest
    @CsvSource({
        "'i-prov,i-failed,unknown', 000004",
        "'i-failed,unknown', 000106",
        "'i-gone,unknown', 000003",
    })
    void aBatchWithoutAReadyOneSaysWhatCanStillBecomeOfIt(String ids, String code) {
        PROVISIONING.knows(
                view("i-prov", Phase.PROVISIONING),
                new View("i-failed", Phase.FAILED, null, FailureReason.SOLD_OUT, null),
                view("i-gone", Phase.RELEASED));

        assertThat(send(Call.queryInstance(CLOCK, ids)).isProper().code()).isEqualTo(code);
    }

    @Test
    void aHundredIdsAreAnsweredAndOneMoreIsRefused() {
        var hundred = IntStream.range(0, 100).mapToObj(index -> "i-" + index).toArray(String[]::new);
        PROVISIONING.knows(IntStream.range(0, 100)
                .mapToObj(index -> view("i-" + index, Phase.ACTIVE))
                .toArray(View[]::new));

        assertThat(send(Call.queryInstance(CLOCK, hundred)).isProper().json().path("info"))
                .hasSize(100);
        var refused = send(Call.queryInstance(CLOCK, String.join(",", hundred), "i-100"))
                .isProper();
        assertThat(refused.code()).isEqualTo("000002");
        assertThat(refused.json().path("resultMsg").asString()).contains("instanceId");
    }

    private static View view(String id, Phase phase) {
        @Nullable AppInfo appInfo = phase == Phase.ACTIVE || phase == Phase.FROZEN
                ? new AppInfo("https://app.example.com/" + id, null, null, null, null)
                : null;
        return new View(id, phase, appInfo, null, null);
    }
}
