package io.koobridge.gateway.dialect.saas;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.field.EncryptType;
import io.koobridge.crypto.field.FieldCipher;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.inquiry.InstanceViews.Usage;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.Phase;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.command.Standing;
import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.saas.SaasWording.WaitingPage;
import io.koobridge.gateway.dialect.v1.V1Vectors;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whole answers of V1, against those of the vectors: the same members with the same values, but for what is encrypted anew each time. */
class V1AnswersTest {

    private static final String ID = "b7c1e0d2f3a44f5b8f0a6d9e1c2b3a40";
    private static final String OTHER_ID = "51f0aa27c9d34be09e3b7a6d8c2f1e05";
    private static final FieldCipher CIPHER = FieldCipher.of(new AccessKey("v1-1", V1Vectors.key(), null));
    private static final AppInfo ACCESS = new AppInfo(
            "https://app.isv.example.com/t/qinghe",
            "https://app.isv.example.com/admin/qinghe",
            "qinghe-admin",
            "Tr0ub4dor&3=x+y/z",
            "初始密码首次登录后须修改");
    private static final AppInfo LITTLE =
            new AppInfo("https://app.isv.example.com/t/qinghe-od", null, null, null, null);

    @ParameterizedTest
    @CsvSource({"resp-newInstance-256, AES_256", "resp-newInstance-128, AES_128"})
    void aPurchaseThatIsReady(String vector, EncryptType type) {
        var answer = answer(ready(ID, ACCESS), type, WaitingPage.NONE);

        assertThat(opened(answer, type)).isEqualTo(opened(vector(vector), type));
        assertThat(CallJson.write(answer)).asString().doesNotContain("初").contains("\\u521D");
    }

    /** Whose encryption is told in any case (saas-v1 §3.1). */
    @Test
    void aPurchaseThatHasNothingButAnAddress() {
        var answer = answer(ready(OTHER_ID, LITTLE), EncryptType.AES_256, WaitingPage.NONE);

        assertThat(answer.remove("encryptType").asString()).isEqualTo("1");
        assertThat(answer).isEqualTo(vector("resp-newInstance-minimal"));
    }

    @Test
    void instancesThatAreAskedFor() {
        var usage = new Usage(
                null,
                new BigDecimal("1532.2500"),
                Instant.parse("2026-05-01T11:55:00Z"),
                "https://app.isv.example.com/usage/qinghe-od");
        var views = List.<Standing>of(
                new Standing.Ready(new View(ID, Phase.ACTIVE, ACCESS, null, null)),
                new Standing.Ready(new View(OTHER_ID, Phase.ACTIVE, LITTLE, null, List.of(usage))));

        var answer = answer(new Reply.LookedUp(views), EncryptType.AES_256, WaitingPage.NONE);

        assertThat(opened(answer, EncryptType.AES_256).toString())
                .isEqualTo(opened(vector("resp-queryInstance"), EncryptType.AES_256)
                        .toString());
    }

    @Test
    void anAddressThatDoesNotFitIsReplacedByTheOneThatForwards() {
        var long513 = "https://app.example.com/" + "x".repeat(489);
        var access = new AppInfo(long513, long513, null, null, null);

        var answer =
                answer(ready(ID, access), EncryptType.AES_256, id -> Optional.of("https://wait.example.com/" + id));

        assertThat(answer.path("appInfo").path("frontEndUrl").asString()).isEqualTo("https://wait.example.com/" + ID);
        assertThat(answer.path("appInfo").has("adminUrl")).isFalse();
    }

    @Test
    void withoutAPageThatForwardsAnAddressStaysAsItIs() {
        var odd = "https://app.example.com/青 禾";

        var answer = answer(ready(ID, new AppInfo(odd, odd, null, null, null)), EncryptType.AES_256, WaitingPage.NONE);

        assertThat(answer.path("appInfo").path("frontEndUrl").asString()).isEqualTo(odd);
        assertThat(answer.path("appInfo").has("adminUrl")).isFalse();
    }

    /** No value but the memo may have other characters (saas-v1 §1.2). */
    @ParameterizedTest
    @CsvSource({
        "https://例子.com/用量, https://xn--fsqu00a.com/%E7%94%A8%E9%87%8F",
        "https://app.example.com/usage, https://app.example.com/usage",
    })
    void theAddressOfAUsagePageIsAscii(String url, String ascii) {
        var usage = queried(url).path("usageInfo").path(0);

        assertThat(usage.path("dashboardUrl").asString()).isEqualTo(ascii);
        assertThat(usage.path("usageValue").decimalValue()).isEqualTo("40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"没有地址 at all", "https://app.example.com/\ud800"})
    void aUsagePageWhoseAddressCannotBeAsciiIsLeftOutAndTheUsageIsTold(String url) {
        assertUsageWithoutPage(url);
    }

    @Test
    void aUsagePageWhoseAddressIsTooLongIsLeftOutAndTheUsageIsTold() {
        assertUsageWithoutPage("https://app.example.com/" + "青".repeat(55));
    }

    private static void assertUsageWithoutPage(String url) {
        var usage = queried(url).path("usageInfo").path(0);

        assertThat(usage.propertyNames()).containsExactly("usageValue", "statisticalTime");
        assertThat(usage.path("usageValue").decimalValue()).isEqualTo("40");
    }

    private static JsonNode queried(String dashboardUrl) {
        var usage = new Usage(null, new BigDecimal("40"), Instant.parse("2026-05-01T11:55:00Z"), dashboardUrl);
        var view = new View(ID, Phase.ACTIVE, LITTLE, null, List.of(usage));
        var reply = new Reply.LookedUp(List.of(new Standing.Ready(view)));
        return answer(reply, EncryptType.AES_256, WaitingPage.NONE).path("info").path(0);
    }

    private static Reply ready(String id, AppInfo access) {
        return new Reply.Obtained(id, new Standing.Ready(new View(id, Phase.ACTIVE, access, null, null)));
    }

    private static ObjectNode answer(Reply reply, EncryptType type, WaitingPage page) {
        var wording = new SaasWording(
                "application/json", true, "000005", new AccessWriter.Encrypted(CIPHER, type, page), page);
        return (ObjectNode) CallJson.read(SaasAnswers.of(reply, wording).json()).orElseThrow();
    }

    /** With user name and password as they were before. */
    private static JsonNode opened(ObjectNode answer, EncryptType type) {
        answer.findParents("password").forEach(parent -> {
            var access = (ObjectNode) parent;
            for (var field : List.of("userName", "password")) {
                access.put(
                        field,
                        CIPHER.decrypt(access.path(field).asString(), type).orElseThrow());
            }
        });
        return answer;
    }

    private static ObjectNode vector(String id) {
        return V1Vectors.of("body_sign")
                .filter(vector -> vector.path("id").asString().equals(id))
                .map(vector -> (ObjectNode) requireNonNull(
                        CallJson.read(vector.path("body").asString()).orElse(null)))
                .findFirst()
                .orElseThrow();
    }
}
