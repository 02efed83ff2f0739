package io.koobridge.provisioning.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.runtime.webhook.WebhookText;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductAnswerTest {

    @Test
    void readyWithAccessData() {
        assertThat(read("{'status':'READY','appInfo':{'frontEndUrl':'https://a.example.com','unknown':1}}"))
                .isEqualTo(new Answer.Ready(new AppInfo("https://a.example.com", null, null, null, null)));
    }

    @Test
    void readyWithoutAccessDataChangesNothingAboutIt() {
        assertThat(read("{'status':'READY'}")).isEqualTo(new Answer.Ready(null));
    }

    @Test
    void accessDataWithoutAnAddressIsNone() {
        assertThat(read("{'status':'READY','appInfo':{'userName':'ann'}}"))
                .isEqualTo(new Answer.Failed("the product's answer cannot be read: at appInfo.frontEndUrl"));
    }

    @ParameterizedTest
    @CsvSource({"30,30", "0,1", "-5,1", "99999,3600", "'\"7\"',7", "null,10"})
    void workingSaysWhenToAskAgainWithinAnHour(String said, long seconds) {
        assertThat(read("{'status':'WORKING','retryAfterSeconds':%s}".formatted(said)))
                .isEqualTo(new Answer.Working(Duration.ofSeconds(seconds)));
    }

    @Test
    void refusedIsForGood() {
        assertThat(read("{'status':'REFUSED','reason':'SOLD_OUT','detail':'none left'}"))
                .isEqualTo(new Answer.Refused(FailureReason.SOLD_OUT, "none left"));
        assertThat(read("{'status':'REFUSED'}")).isEqualTo(new Answer.Refused(FailureReason.OTHER, ""));
        assertThat(read("{'status':'REFUSED','detail':'%s'}".formatted("x".repeat(300))))
                .isEqualTo(new Answer.Refused(FailureReason.OTHER, "x".repeat(255)));
    }

    @ParameterizedTest
    @CsvSource({"{},missing", "{'status':'DONE'},DONE", "{'status':'ready'},ready"})
    void anyOtherStatusIsNamed(String json, String named) {
        assertThat(read(json.replace("''", "'")))
                .isEqualTo(new Answer.Failed("the product's status must be READY, WORKING or REFUSED, is " + named));
    }

    @Test
    void aSentenceIsCutBetweenCharactersAndStaysStorable() {
        assertThat(read("{'status':'REFUSED','detail':'%s'}".formatted("x".repeat(254) + "\uD83D\uDE00")))
                .isEqualTo(new Answer.Refused(FailureReason.OTHER, "x".repeat(254)));
        assertThat(read("{'status':'REFUSED','detail':'a\\uD83Db'}"))
                .isEqualTo(new Answer.Refused(FailureReason.OTHER, "a?b"));
    }

    @Test
    void whatCannotBeReadIsNotQuoted() {
        assertThat(read("{'status':'READY','appInfo':'user=ann&password=Init-3141'}"))
                .isEqualTo(new Answer.Failed("the product's answer cannot be read: at appInfo"));
        assertThat(read("Init-3141"))
                .isEqualTo(
                        new Answer.Failed("the product's answer cannot be read: it is not the JSON that is expected"));
        assertThat(read("null")).isEqualTo(new Answer.Failed("the product's answer cannot be read: it is null"));
        assertThat(read("")).isInstanceOf(Answer.Failed.class);
        assertThat(read("{'status':'REFUSED','reason':'NO_SUCH_REASON'}"))
                .as("a reason that the marketplace does not know is a mistake to be mended, not a refusal")
                .isEqualTo(new Answer.Failed("the product's answer cannot be read: at reason"));
    }

    @Property
    void anyBytesAreAnAnswer(@ForAll byte[] body) {
        assertThat(ProductAnswer.read(body, AccessForm.PLAIN)).isInstanceOf(Answer.Failed.class);
    }

    @Property
    void anyMembersAreAnAnswerThatCanBeStored(
            @ForAll("statuses") String status, @ForAll String text, @ForAll long number, @ForAll boolean nested) {
        var appInfo =
                nested ? Map.of("frontEndUrl", text, "memo", text) : Map.of("frontEndUrl", "https://a.example.com");
        var json = Json.mapper()
                .writeValueAsBytes(
                        Map.of("status", status, "appInfo", appInfo, "retryAfterSeconds", number, "detail", text));

        switch (ProductAnswer.read(json, AccessForm.PLAIN)) {
            case Answer.Ready(var info) -> assertThat(info).isNotNull();
            case Answer.Working(var after) -> assertThat(after).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
            case Answer.Refused(var reason, var detail) -> {
                assertThat(reason).isEqualTo(FailureReason.OTHER);
                assertThat(detail).hasSizeLessThanOrEqualTo(255).matches(WebhookText::wellFormed, "well-formed");
            }
            case Answer.Failed(var why) -> assertThat(why).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> statuses() {
        return Arbitraries.of("READY", "WORKING", "REFUSED", "DONE", "");
    }

    private static Answer read(String json) {
        return ProductAnswer.read(json.replace('\'', '"').getBytes(UTF_8), AccessForm.PLAIN);
    }
}
