package io.koobridge.license.outside.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.Bought;
import io.koobridge.license.domain.code.CodeMarket.Activated;
import io.koobridge.license.domain.code.CodeMarket.Looked;
import io.koobridge.license.domain.code.CodeMarket.Named;
import io.koobridge.license.domain.code.CodeMarket.Reply;
import io.koobridge.license.domain.code.CodeMarket.Reply.NotNow;
import io.koobridge.license.domain.code.CodeMarket.Reply.Refused;
import io.koobridge.license.domain.code.CodeMarket.Reply.Said;
import io.koobridge.license.domain.code.CodeMarket.Reported;
import io.koobridge.license.domain.code.Sighting;
import io.koobridge.license.domain.code.Sighting.Status;
import io.koobridge.license.domain.code.Usage;
import io.koobridge.license.outside.code.CodeInterfaces.Version;
import io.koobridge.license.outside.code.FakeKooGallery.Response;
import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.koobridge.runtime.trace.Spans;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class KooGalleryCodesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Named CODE = named("PLDEMO0000000001");
    private static final Named OTHER = named("PLDEMO0000000002");
    private static final List<Usage.Entry> ONE_CLIENT = List.of(Usage.Entry.client("c1", NOW));

    private final FakeKooGallery marketplace = new FakeKooGallery();
    private final MutableClock clock = MutableClock.at(NOW);
    private final RecordingJournal journal = new RecordingJournal();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final GenericApplicationContext context = context();
    private final KooGalleryCodes codes = codes(Version.V1);

    @AfterEach
    void close() {
        context.close();
        marketplace.close();
    }

    @Test
    void anActivationIsSignedAndItsJsonInJsonIsRead() {
        marketplace.sells(CODE.code());

        var reply = codes.activate(CODE, Instant.parse("2026-03-01T09:00:00Z"));

        assertThat(reply)
                .isEqualTo(new Said<>(
                        new Activated(new Bought("OFFI1", 5L, "CS1"), Instant.parse("2099-01-05T07:59:59Z"))));
        assertThat(marketplace.calls("")).singleElement().satisfies(call -> {
            assertThat(call.path()).isEqualTo("/api/mkp-openapi-public/global/v1/license/activate");
            assertThat(call.authorization()).startsWith("SDK-HMAC-SHA256 Access=AK0");
            assertThat(call.body().toString())
                    .isEqualTo("{\"license\":\"PLDEMO0000000001\",\"real_effect_time\":\"20260301090000\"}");
        });
    }

    @Test
    void severalAreActivatedByOneCallOfVersionTwo() {
        marketplace.sells(CODE.code());
        marketplace.sells(OTHER.code());

        assertThat(codes.activate(List.of(CODE, OTHER), null))
                .isEqualTo(new Said<>(new Activated(Bought.UNTOLD, null)));

        assertThat(marketplace.calls("/v2/license/activate")).singleElement().satisfies(call -> assertThat(
                        call.body().toString())
                .isEqualTo("{\"license_list\":[\"PLDEMO0000000001\",\"PLDEMO0000000002\"]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    void bothVersionsOfTheQueryAreRead(String version) {
        marketplace.becomes(CODE.code(), "ALIVE");

        var reply = codes(Version.valueOf(version)).look(CODE);

        assertThat(reply)
                .isEqualTo(new Said<>(new Looked(
                        new Sighting(NOW, Status.ALIVE, Instant.parse("2026-01-05T08:00:00Z")),
                        Instant.parse("2099-01-05T07:59:59Z"),
                        Bought.UNTOLD)));
    }

    @Test
    void ofAListWithOneInvalidCodeVersionOneSaysWhy() {
        assertThat(codes(Version.V2).look(CODE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.number()).isEqualTo("92020005"));
        marketplace.sells(CODE.code());
        assertThat(codes(Version.V2).look(CODE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.number()).isEqualTo("92020011"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':[{'license_code':'other','status':'ALIVE'},{'license_code':'PLDEMO0000000001','status':'EXPIRED'}]}",
                "{'data':{'x':{'y':[[{'license_code':'PLDEMO0000000001','status':'EXPIRED','more':1}]]}}}",
                "{'result':'[{\\'license_code\\':\\'PLDEMO0000000001\\',\\'status\\':\\'EXPIRED\\'}]'}",
                "{'data':'{\\'license_code\\':\\'PLDEMO0000000001\\',\\'status\\':\\'EXPIRED\\'}'}",
                "{'data':{'status':'EXPIRED'}}"
            })
    void whereverItsStatusStandsItIsFound(String body) {
        success(body);

        assertThat(codes(Version.V2).look(CODE)).isInstanceOfSatisfying(Said.class, said -> assertThat(
                        ((Looked) said.value()).sighting().status())
                .isEqualTo(Status.EXPIRED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'data':null}",
                "{'data':{'license_code':'PLDEMO0000000001','status':'DREAMING'}}",
                "{'data':'{broken'}",
                "{'data':{'license_code':'PLDEMO0000000001'}}"
            })
    void whatSaysNothingOfTheStatusIsNoAnswer(String body) {
        success(body);

        assertThat(codes.look(CODE)).isInstanceOf(NotNow.class);
    }

    @Test
    void aReportHasTheDocumentedSpellingAndOneOfBothInEachEntry() {
        marketplace.becomes(CODE.code(), "ALIVE");

        assertThat(codes.report(CODE, List.of(Usage.Entry.client("c1", NOW), Usage.Entry.count(42, NOW))))
                .isEqualTo(new Said<>(new Reported(0)));

        assertThat(marketplace.calls("/v2/license/software-usage-info"))
                .singleElement()
                .satisfies(call -> assertThat(call.body().toString())
                        .isEqualTo("{\"usage_info\":[{\"license\":\"PLDEMO0000000001\",\"software_usage_Info\":"
                                + "[{\"id\":\"c1\"},{\"active_num\":42}]}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'data':{'check_fail_list':[{'id':'c1'},{'id':'c2'}]}} | 2",
                "{'data':{'deep':{'check_fail_usage_info':{'id':'c1'}}}} | 1",
                "{'check_fail':'[1,2,3]'} | 3",
                "{'data':{'check_fail_list':[]}} | 0",
                "{'data':{'check_fail_list':null}} | 0",
                "{} | 0"
            })
    void entriesThatFailedTheCheckAreCountedWhateverTheListIsCalled(String body, int failed) {
        success(body);

        assertThat(codes.report(CODE, ONE_CLIENT)).isEqualTo(new Said<>(new Reported(failed)));
    }

    /** With which number the list comes is not documented. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "92020000 | [{'license':'PLDEMO0000000001','id':'c1','error_code':'92020002'}] | 1",
                "92020020 | [{'license':'PLDEMO0000000001','id':'c1','error_code':'92020002'}] | 1",
                "92020020 | [{'license':'PLDEMO0000000001','software_usage_Info':[{'active_num':7}]}] | 1",
                "92020000 | [{'license':'PLDEMO0000000001','error_code':'92020011'}] | 92020011",
                "92020020 | [{'license':'PLDEMO0000000001','error_code':'92020011'}] | 92020011",
                "92020000 | [{'license':'PLDEMO0000000001'}] | 92020020",
                "92020020 | [{'id':'c1'},{'active_num':7}] | 92020020",
                "92020020 | [] | 92020020"
            })
    void whatFailedTheCheckIsReadWhateverTheNumber(String number, String list, String told) {
        marketplace.answersInstead(new Response(
                200,
                "{\"error_code\":\"%s\",\"data\":{\"check_fail_list\":%s}}"
                        .formatted(number, list.replace('\'', '"'))));

        var reply = codes.report(CODE, List.of(Usage.Entry.client("c1", NOW), Usage.Entry.count(7, NOW)));

        if (told.length() == 1) {
            assertThat(reply).isEqualTo(new Said<>(new Reported(Integer.parseInt(told))));
        } else {
            assertThat(reply).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.number())
                    .isEqualTo(told));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, 92020002",
        "400, 92020002",
        "200, 92020003",
        "200, 92020004",
        "200, 92020005",
        "200, 92020011",
        "200, 92020020",
        "400, 95000001",
        "405, 95000002",
        "415, 95000003",
        "400, 95000004"
    })
    void whatTheTableCallsARefusalIsOne(int status, String number) {
        marketplace.answersInstead(new Response(status, FakeKooGallery.error(number, "no")));

        var why = "the marketplace answered %s: no".formatted(number);
        assertThat(codes.activate(CODE, null)).isEqualTo(new Refused<>(number, why));
        assertThat(codes.activate(List.of(CODE), null)).isEqualTo(new Refused<>(number, why));
        assertThat(codes.look(CODE)).isEqualTo(new Refused<>(number, why));
        assertThat(codes.report(CODE, ONE_CLIENT)).isEqualTo(new Refused<>(number, why));
        assertThat(metrics.counter("koobridge.license.code.calls", "operation", "code-query", "outcome", number)
                        .count())
                .isEqualTo(1);
    }

    /** An internal error may have happened after the deed; the gateway's word is said before it. */
    @ParameterizedTest
    @CsvSource({
        "200, 92020001, true",
        "500, 92020001, true",
        "403, 92020001, true",
        "200, 92029999, true",
        "401, APIGW.0301, false",
        "403, APIGW.0302, false",
        "504, APIGW.0201, true"
    })
    void whatMayPassOrIsAboutUsIsTriedAgain(int status, String number, boolean uncertain) {
        marketplace.answersInstead(new Response(status, FakeKooGallery.error(number, "no")));

        assertThat(uncertain(codes.activate(CODE, null))).isEqualTo(uncertain);
        assertThat(uncertain(codes.look(CODE))).isEqualTo(uncertain);
        assertThat(uncertain(codes.report(CODE, ONE_CLIENT))).isEqualTo(uncertain);
    }

    @Test
    void nobodyThereIsCertainAndAnAnswerThatIsLostIsNot() {
        marketplace.sells(CODE.code());
        marketplace.losesAnswers(true);
        assertThat(uncertain(codes.activate(CODE, null))).isTrue();
        assertThat(marketplace.status(CODE.code())).isEqualTo("ALIVE");

        marketplace.goesAway();
        assertThat(uncertain(codes.activate(CODE, null))).isFalse();
    }

    @Test
    void whateverIsQuotedTheCodeIsNot() {
        marketplace.answersInstead(
                new Response(200, FakeKooGallery.error("92020002", "PLDEMO0000000001 is not a code")));

        assertThat(codes.activate(CODE, null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why()).contains(CODE.id()).doesNotContain(CODE.code()));
        assertThat(journal.entriesAbout(CODE.id()).toString())
                .contains(CODE.id() + " is not a code")
                .doesNotContain(CODE.code());
    }

    @Test
    void noOtherCodeOfACallIsQuotedEither() {
        marketplace.answersInstead(
                new Response(500, "{\"error_msg\":\"PLDEMO0000000002 broke, PLDEMO0000000001 did not\"}"));

        codes.activate(List.of(CODE, OTHER), null);

        assertThat(journal.entriesAbout(CODE.id()).toString())
                .contains(OTHER.id() + " broke")
                .doesNotContain(CODE.code())
                .doesNotContain(OTHER.code());
    }

    @Test
    void theJournalKnowsTheCodeByItsName() {
        marketplace.becomes(CODE.code(), "ALIVE");

        codes.look(CODE);

        assertThat(journal.entriesAbout(CODE.id()))
                .singleElement()
                .isInstanceOfSatisfying(JournalEntry.OutsideCalled.class, called -> assertThat(called.operation())
                        .isEqualTo("code-query"));
    }

    private static boolean uncertain(Reply<?> reply) {
        assertThat(reply).isInstanceOf(NotNow.class);
        return ((NotNow<?>) reply).uncertain();
    }

    /** Quotes are single, and escaped where they stand inside a text. */
    private void success(String body) {
        var json = body.replace("\\'", "\\\"").replace('\'', '"').substring(1);
        marketplace.answersInstead(
                new Response(200, "{\"error_code\":\"92020000\"" + (json.equals("}") ? json : "," + json)));
    }

    private static Named named(String code) {
        return new Named(CodeId.of(code), code);
    }

    private KooGalleryCodes codes(Version query) {
        return new KooGalleryCodes(
                context.getBean(OpenApiClient.class), new CodeInterfaces(Version.V1, query), clock, metrics);
    }

    private GenericApplicationContext context() {
        var made = new GenericApplicationContext();
        made.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "koobridge.open-api.url", marketplace.url(),
                                "koobridge.open-api.access-key", "AK0",
                                "koobridge.open-api.secret-key", "SK0")));
        made.registerBean(Journal.class, () -> journal);
        made.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        made.registerBean(ServiceName.class, () -> new ServiceName("test"));
        made.registerBean(Spans.class, Spans::unrecorded);
        made.registerBean(Clock.class, Clock::systemUTC);
        for (var each : List.of("outside.OutsideAutoConfiguration", "openapi.OpenApiAutoConfiguration")) {
            try {
                new AnnotatedBeanDefinitionReader(made).register(Class.forName("io.koobridge.runtime." + each));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        made.refresh();
        return made;
    }
}
