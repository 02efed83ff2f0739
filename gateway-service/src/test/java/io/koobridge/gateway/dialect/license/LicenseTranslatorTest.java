package io.koobridge.gateway.dialect.license;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.FactIds;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Rehearsed;
import io.koobridge.gateway.dialect.Translation.Understood;
import io.koobridge.gateway.dialect.json.CallJson;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class LicenseTranslatorTest {

    private static final Instant FROM = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-05T00:00:00Z");

    @Test
    void aPurchaseIsItsOrderAndNothingElse() {
        assertThat(translate("""
                        {"activity":"newInstance","businessId":"b","orderId":"o","orderLineId":"l","orderInfo":[{}],"testFlag":"0"}"""))
                .isEqualTo(new Understood(
                        new Activity("newInstance", true), new Command.Purchase(new OrderKey("o", "l", null))));
    }

    @ParameterizedTest
    @EnumSource(TermChange.class)
    void aRefreshSetsATermInEitherSpellingOfItsEnd(TermChange scene) {
        var order = new OrderKey("o", "l", null);
        var until = Instant.parse("2028-01-01T15:59:59Z");
        for (var end : List.of("20280101155959", "20280101155959000")) {
            assertThat(command("""
                            {"activity":"refreshInstance","scene":"%s","orderId":"o","orderLineId":"l","instanceId":"i",
                             "productId":"p","expireTime":"%s"}""".formatted(scene, end)))
                    .isEqualTo(new Command.Change(
                            "i",
                            FactIds.ofTerm("i", scene, order, until),
                            new TermChanged(scene, order, "p", until, false)));
        }
    }

    @Test
    void aStatusIsAFactOfItsOwnCall() {
        assertThat(command("{\"activity\":\"updateInstanceStatus\",\"instanceId\":\"i\",\"status\":\"FREEZE\"}"))
                .isEqualTo(new Command.Change("i", "call-1", new InstanceFrozen()));
        assertThat(command("{\"activity\":\"updateInstanceStatus\",\"instanceId\":\"i\",\"status\":\"UNFREEZE\"}"))
                .isEqualTo(new Command.Change("i", "call-1", new InstanceUnfrozen()));
    }

    @Test
    void aReleaseIsKnownByItsOrderWhereItHasOne() {
        var order = new OrderKey("o", "l", null);

        assertThat(command("""
                        {"activity":"releaseInstance","instanceId":"i","orderId":"o","orderLineId":"l"}"""))
                .isEqualTo(new Command.Change("i", FactIds.ofRelease("i", order), new InstanceReleased(order)));
        assertThat(command("{\"activity\":\"releaseInstance\",\"instanceId\":\"i\"}"))
                .isEqualTo(new Command.Change("i", "call-1", new InstanceReleased(null)));
        assertThat(translate("{\"activity\":\"releaseInstance\",\"instanceId\":\"i\"}")
                        .activity()
                        .repeated())
                .as("no page says that KooGallery repeats it")
                .isFalse();
    }

    @Test
    void aQueryIsTolerated() {
        assertThat(command("{\"activity\":\"queryInstance\",\"instanceId\":\"a, b\"}"))
                .isEqualTo(new Command.LookUp(List.of("a", "b")));
    }

    @Test
    void anUpgradeIsNoneOfTheActivities() {
        for (var body : List.of("{\"activity\":\"%s\",\"instanceId\":\"i\",\"orderId\":\"o\",\"testFlag\":\"%d\"}")) {
            for (var activity : List.of("upgradeInstance", "changeInstanceCheck", "refreshLicenseCode", "getLicense")) {
                for (int flag = 0; flag < 2; flag++) {
                    assertThat(translate(body.formatted(activity, flag)))
                            .isEqualTo(new NotUnderstood(Activity.OTHER, "activity is unknown"));
                }
            }
        }
    }

    @Test
    void anApplicationIsAFactOfItsOwnCall() {
        assertThat(translate(application("""
                        "expireTime":"2027-01-05 00:00:00 z","deviceFingerprint":"0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001","testFlag":"0"\
                        """)))
                .isEqualTo(new Understood(
                        new Activity("getLicenseAsync", false),
                        new Command.Application(
                                "call-1",
                                new LicenseApplied(
                                        "i", "e-1", "0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001", FROM, UNTIL))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"unknown\":1",
                "\"expireTime\":null,\"deviceFingerprint\":null",
                "\"expireTime\":\"\",\"deviceFingerprint\":\"\"",
            })
    void neitherAnEndNorADeviceIsNeededHere(String members) {
        assertThat(command(application(members)))
                .isEqualTo(new Command.Application("call-1", new LicenseApplied("i", "e-1", null, FROM, null)));
    }

    @Test
    void aFingerprintStaysAsItIs() {
        for (var print :
                List.of(" a B ", "  ", "设备|指纹", "\u0000\t\n", "\uD83D\uDE00", "x".repeat(5_120), "设".repeat(8_192))) {
            assertThat(fingerprint(print)).as(print).isEqualTo(print);
        }
        assertThat(fingerprint(null)).isNull();
    }

    @Property
    void anyFingerprintStaysAsItIs(@ForAll("texts") String print) {
        assertThat(fingerprint(print)).isEqualTo(print.isEmpty() ? null : print);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(8_192).filter(text -> UTF_8.newEncoder()
                .canEncode(text));
    }

    @Test
    void aFingerprintIsNoEndlessText() {
        assertThat(problem(with("deviceFingerprint", "x".repeat(8_193))))
                .isEqualTo("deviceFingerprint is not a text of at most 8192 characters");
        assertThat(problem(with("deviceFingerprint", "\uD800 half")))
                .isEqualTo("deviceFingerprint is not a text of at most 8192 characters");
        assertThat(problem(application("\"deviceFingerprint\":{}"))).isEqualTo("deviceFingerprint is not text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c", "A", "9._~-z", "...", "a..b"})
    void anEventIdIsOfPlainCharacters(String id) {
        assertThat(((Command.Application) command(with("eventId", id)))
                        .applied()
                        .eventId())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b", "a%20", "é", "a?b", "a#b", ".", "..", "a\n", "a\\b", "a:b"})
    void anEventIdThatWouldNotFitIntoAPathIsNone(String id) {
        assertThat(problem(with("eventId", id))).isEqualTo("eventId is not an id of 1 to 64 plain characters");
    }

    @Test
    void anEventIdIsOf64CharactersAtMost() {
        assertThat(command(with("eventId", "x".repeat(64)))).isInstanceOf(Command.Application.class);
        assertThat(problem(with("eventId", "x".repeat(65)))).startsWith("eventId is not");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instanceId       |                        | instanceId is missing",
                "instanceId       | 65                     | instanceId is not an id",
                "eventId          |                        | eventId is missing",
                "effectiveTime    |                        | effectiveTime is missing",
                "effectiveTime    | soon                   | effectiveTime is not a time of a known form",
                "expireTime       | 2027-02-30 00:00:00 z  | expireTime is not a time of a known form",
                "expireTime       | 2026-01-05 00:00:00 z  | expireTime is not after effectiveTime",
                "expireTime       | 2025-01-05T00:00:00Z   | expireTime is not after effectiveTime",
            })
    void whatIsWrongIsNamed(String member, @Nullable String value, String why) {
        assertThat(problem(with(member, "65".equals(value) ? "x".repeat(65) : value)))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @EnumSource(LicenseActivity.class)
    void dummiesInEveryFieldAreASuccess(LicenseActivity activity) {
        assertThat(translate("""
                        {"activity":"%s","orderId":"123456789","orderLineId":"123456789","businessId":"123456789",
                         "instanceId":"123456789","scene":"123456789","status":"123456789","expireTime":"123456789",
                         "eventId":"12345 6789","effectiveTime":"123456789","deviceFingerprint":{},"testFlag":"1"}""".formatted(activity.activity().label()))).isInstanceOf(Rehearsed.class);
    }

    @Test
    void aDebuggingApplicationIsDelivered() {
        assertThat(translate("{\"activity\":\"getLicenseAsync\",\"instanceId\":\"i\",\"eventId\":7,\"testFlag\":1}"))
                .isEqualTo(new Rehearsed(new Activity("getLicenseAsync", false), new Reply.Applied(true)));
    }

    @ParameterizedTest
    @CsvSource({
        "newInstance, orderId is missing",
        "refreshInstance, instanceId is missing",
        "updateInstanceStatus, instanceId is missing",
        "releaseInstance, instanceId is missing",
        "getLicenseAsync, instanceId is missing",
        "queryInstance, instanceId is missing",
    })
    void aThingThatIsNotNamedIsMissedInDebuggingCallsToo(String activity, String why) {
        assertThat(problem("{\"activity\":\"%s\",\"testFlag\":\"1\"}".formatted(activity)))
                .isEqualTo(why);
        assertThat(problem("{\"activity\":\"%s\"}".formatted(activity))).isEqualTo(why);
    }

    private static @Nullable String fingerprint(@Nullable String print) {
        return ((Command.Application) command(with("deviceFingerprint", print)))
                .applied()
                .fingerprint();
    }

    private static String application(String more) {
        return """
                {"activity":"getLicenseAsync","eventId":"e-1","instanceId":"i","effectiveTime":"2026-01-05 00:00:00 z",%s}""".formatted(more);
    }

    private static String with(String member, @Nullable String value) {
        var body = (ObjectNode)
                CallJson.read(application("\"a\":1").getBytes(UTF_8)).orElseThrow();
        return new String(CallJson.write(body.put(member, value)), UTF_8);
    }

    private static Command command(String body) {
        return ((Understood) translate(body)).command();
    }

    private static String problem(String body) {
        return ((NotUnderstood) translate(body)).why();
    }

    private static Translation translate(String body) {
        return LicenseTranslator.translate(CallJson.read(body.getBytes(UTF_8)).orElseThrow(), () -> "call-1");
    }
}
