package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Failure;
import io.koobridge.provisioning.domain.Report;
import io.koobridge.provisioning.outside.ProductResult.Reading;
import io.koobridge.runtime.webhook.WebhookText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductResultTest {

    private static final SealedAccess SEALING = new SealedAccess(CONTACT);
    private static final String READY =
            "{'instanceId':'kb-test','generation':2,'status':'READY','appInfo':{'frontEndUrl':'https://a.example.com','password':'p'}}";

    @Test
    void aResultIsReadWithAllItsMembers() {
        assertThat(read(READY))
                .isEqualTo(new Reading.Valid(new ProductResult(
                        "kb-test",
                        2,
                        "READY",
                        new AppInfo("https://a.example.com", null, null, "p", null),
                        null,
                        null)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'generation':2,'status':'READY'} | at instanceId
            {'instanceId':'a','status':'READY'} | at generation
            {'instanceId':'a','generation':'x','status':'READY'} | at generation
            {'instanceId':'a','generation':2.5,'status':'READY'} | at generation
            {'instanceId':'a','generation':99999999999999999999,'status':'READY'} | at generation
            {'instanceId':'a','generation':2} | at status
            {'instanceId':'a','generation':2,'status':'READY','appInfo':{}} | at appInfo.frontEndUrl
            {'instanceId':'a','generation':2,'status':'REFUSED','reason':'NO_IDEA'} | at reason
            READY | it is not the JSON that is expected
            null | it is null
            """)
    void whatCannotBeReadIsNamedByItsMember(String json, String why) {
        assertThat(read(json.replace("''", "'"))).isEqualTo(new Reading.Illegible(why));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(read("{'instanceId':' ','generation':2,'status':'WORKING'}"))
                .isEqualTo(new Reading.Faulty(
                        List.of("instanceId must have 1 to 64 characters", "status must be READY or REFUSED")));
        assertThat(read(
                        "{'instanceId':'a','generation':2,'status':'READY','appInfo':{'frontEndUrl':'a','userName':'','memo':'%s'}}"
                                .formatted("x".repeat(1_025))))
                .isEqualTo(new Reading.Faulty(List.of(
                        "frontEndUrl must be an absolute http or https address",
                        "userName must have 1 to 128 characters, has 0",
                        "memo must have 1 to 1024 characters, has 1025")));
    }

    @Test
    void readyIsReportedWithSealedAccess() {
        var report = valid(READY).report(Instances.learned(), SEALING);

        assertThat(report).isInstanceOfSatisfying(Report.Ready.class, ready -> {
            var access = Objects.requireNonNull(ready.access());
            assertThat(SEALING.open("kb-test", access).password()).isEqualTo("p");
            assertThat(access.toString()).doesNotContain("\"p\"");
        });
    }

    @Test
    void theSameResultAgainIsTheSameReport() {
        var result = valid(READY);
        var ready = (Report.Ready) result.report(Instances.learned(), SEALING);
        var after = Instances.learned().madeReal(ready.access());

        assertThat(result.report(after, SEALING)).isEqualTo(ready);
    }

    @Test
    void refusedIsReportedAsAFailureForGood() {
        assertThat(valid(
                                "{'instanceId':'kb-test','generation':2,'status':'REFUSED','reason':'SOLD_OUT','detail':'none left'}")
                        .report(Instances.learned(), SEALING))
                .isEqualTo(new Report.Impossible(new Failure(FailureReason.SOLD_OUT, "none left")));
        assertThat(valid("{'instanceId':'kb-test','generation':2,'status':'REFUSED'}")
                        .report(Instances.learned(), SEALING))
                .isEqualTo(new Report.Impossible(new Failure(FailureReason.OTHER, "")));
    }

    /** What somebody else wrote since the instance was read is not undone. */
    @Tag("promise:nobody-is-overwritten")
    @Test
    void readyWithoutAccessSaysNothingAboutIt() {
        var bare = valid("{'instanceId':'kb-test','generation':2,'status':'READY'}");

        assertThat(bare.report(Instances.active(), SEALING)).isEqualTo(new Report.Ready(null));
    }

    @Property
    void anyBytesAreIllegible(@ForAll byte[] body) {
        assertThat(ProductResult.read(body)).isInstanceOf(Reading.Illegible.class);
    }

    @Property
    void aResultThatIsDamagedAnywhereIsReadOrNamed(@ForAll int place, @ForAll byte instead) {
        var body = READY.replace('\'', '"').getBytes(UTF_8);
        body[Math.floorMod(place, body.length)] = instead;

        assertThat(ProductResult.read(body)).isNotNull();
        assertThat(ProductResult.read(Arrays.copyOf(body, Math.floorMod(place, body.length))))
                .isInstanceOf(Reading.Illegible.class);
    }

    @Property
    void whateverAResultSaysWhatIsTakenCanBeStored(@ForAll String id, @ForAll long generation, @ForAll String text) {
        var json = Json.mapper()
                .writeValueAsBytes(
                        Map.of("instanceId", id, "generation", generation, "status", "REFUSED", "detail", text));

        if (ProductResult.read(json) instanceof Reading.Valid(var result)) {
            assertThat(result.instanceId()).isNotBlank().hasSizeLessThanOrEqualTo(64);
            assertThat(result.report(Instances.learned(), SEALING))
                    .isInstanceOfSatisfying(Report.Impossible.class, impossible -> assertThat(
                                    impossible.why().detail())
                            .hasSizeLessThanOrEqualTo(255)
                            .matches(WebhookText::wellFormed, "well-formed"));
        }
    }

    private static ProductResult valid(String json) {
        return ((Reading.Valid) read(json)).result();
    }

    private static Reading read(String json) {
        return ProductResult.read(json.replace('\'', '"').getBytes(UTF_8));
    }
}
