package io.koobridge.license.running.code;

import static io.koobridge.license.running.code.RunningCodes.newCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.outside.code.FakeKooGallery;
import io.koobridge.license.outside.code.FakeKooGallery.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Codes from their activation to their release, with a real broker and store. */
@Timeout(180)
class LivesOfCodesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private static FakeKooGallery marketplace;
    private static RunningCodes service;
    private static ListAppender<ILoggingEvent> log;

    @BeforeAll
    static void start() {
        marketplace = new FakeKooGallery();
        service = new RunningCodes(marketplace.url(), Map.of("koobridge.license.codes.activate-version", "v2"));
        log = new ListAppender<>();
        log.start();
        ROOT.addAppender(log);
    }

    @AfterAll
    static void stop() {
        ROOT.detachAppender(log);
        service.close();
        marketplace.close();
    }

    @AfterEach
    void asItWas() {
        marketplace.answersInstead(null);
        marketplace.losesAnswers(false);
    }

    @Test
    void aCodeLives() {
        var code = newCode();
        marketplace.sells(code);

        assertThat(state(service.activate(code))).isEqualTo("ACTIVE");
        await().atMost(SOON).until(() -> service.check(code).has("checkedAt"));
        assertThat(service.check(code).path("usable").asBoolean()).isTrue();
        assertThat(service.reportUse(code, "client of " + code).path("stored").asBoolean())
                .isTrue();
        await().atMost(SOON).untilAsserted(() -> assertThat(marketplace.used()).contains("client of " + code));

        service.tell(code, new CodeFrozen());
        awaitReason(code, "FROZEN");
        service.tell(code, new CodeUnfrozen());
        awaitReason(code, "ACTIVE");
        service.tell(
                code,
                new CodeTermChanged(
                        TermChange.UNSUBSCRIBE_RENEWAL_PERIOD,
                        new OrderKey("CS9", "CS9-1", null),
                        null,
                        Instant.parse("2098-01-01T00:00:00Z")));
        await().atMost(SOON)
                .until(() -> service.check(code).path("orderId").asString("").equals("CS9"));
        service.tell(code, new CodeReleased(null));
        awaitReason(code, "RELEASED");
        assertThat(state(service.activate(code))).isEqualTo("RELEASED");
        assertThat(service.admit(code, new CodeReleased(null))).contains("unchanged");
        assertThat(service.admit(code, new CodeFrozen())).contains("RELEASED");
    }

    @Test
    void ofACodeThatWasNeverSeenACallIsASuccess() {
        var code = newCode();

        assertThat(service.admit(code, new CodeFrozen())).contains("applied");
        service.tell(code, new CodeFrozen());
        awaitReason(code, "FROZEN");
    }

    @Test
    void manyAreActivatedTogether() {
        var codes = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            var code = newCode();
            marketplace.sells(code);
            codes.add(code);
        }

        service.activate(codes.toArray(String[]::new));

        await().atMost(SOON).until(() -> codes.stream().allMatch(code -> "ALIVE".equals(marketplace.status(code))));
        var again = service.activate(codes.toArray(String[]::new));
        assertThat(again.valueStream().map(row -> row.path("state").asString("")))
                .hasSize(100)
                .containsOnly("ACTIVE");
    }

    @Tag("promise:codes-survive")
    @Test
    void whileKooGalleryIsAwayTheSoftwareKeepsItsAnswer() {
        var code = newCode();
        marketplace.sells(code);
        service.activate(code);
        await().atMost(SOON).until(() -> service.check(code).has("checkedAt"));
        marketplace.goesAway();
        service.clock.moveOn(Duration.ofDays(3));

        var begin = System.nanoTime();
        var answer = service.check(code);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));

        assertThat(answer.path("usable").asBoolean()).isTrue();
        assertThat(answer.path("stale").asBoolean()).isTrue();
        assertThat(Instant.parse(answer.path("checkedAt").asString("")))
                .isBefore(service.now().minus(Duration.ofDays(2)));

        marketplace.comesBack();
        await("asked as soon as it is back")
                .atMost(SOON)
                .until(() -> !service.check(code).path("stale").asBoolean(true));
    }

    @Test
    void anAnswerThatWasLostIsSettledByAQuery() {
        var code = newCode();
        marketplace.sells(code);
        marketplace.losesAnswers(true);
        assertThat(state(service.activate(code))).isEqualTo("PENDING");
        marketplace.losesAnswers(false);

        await().atMost(SOON).until(() -> state(service.activate(code)).equals("ACTIVE"));
    }

    @Test
    void theGaugesTellOfStatesAndOfWhatIsNotReported() {
        var code = newCode();
        marketplace.sells(code);
        service.activate(code);
        await().atMost(SOON).until(() -> service.check(code).has("checkedAt"));
        marketplace.answersInstead(new Response(200, FakeKooGallery.error("92020001", "internal error")));
        service.reportUse(code, "a client");
        service.activate(newCode());

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(value("koobridge_license_codes{", "state=\"active\"")).isPositive();
            assertThat(value("koobridge_license_codes{", "state=\"pending\"")).isPositive();
            assertThat(value("koobridge_license_codes{", "state=\"refused\"")).isNotNegative();
            assertThat(value("koobridge_license_code_usage_unreported_oldest_seconds{", "application"))
                    .isPositive();
        });
        assertThat(service.metrics())
                .contains("koobridge_license_code_calls_total{", "koobridge_license_code_questions_total{")
                .doesNotContain(code);
    }

    @Test
    void neitherLogNorFindingHasACode() {
        var code = newCode();
        marketplace.answersInstead(new Response(200, FakeKooGallery.error("92020002", code + " is no code")));

        assertThat(state(service.activate(code))).isEqualTo("REFUSED");
        service.tell(code, new CodeFrozen());
        awaitReason(code, "FROZEN");

        assertThat(service.get("/internal/findings")).contains(CodeId.of(code)).doesNotContain(code);
        assertThat(log.list.stream().map(line -> line.getFormattedMessage() + line.getKeyValuePairs()))
                .anyMatch(line -> line.contains(CodeId.of(code)))
                .noneMatch(line -> line.contains(code));
    }

    private static void awaitReason(String code, String reason) {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        service.check(code).path("reason").asString(""))
                .isEqualTo(reason));
    }

    private static String state(JsonNode activations) {
        return activations.path(0).path("state").asString("");
    }

    private static double value(String name, String label) {
        return service.metrics()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
