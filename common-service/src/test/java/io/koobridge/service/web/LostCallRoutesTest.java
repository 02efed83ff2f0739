package io.koobridge.service.web;

import static io.koobridge.service.web.DialService.get;
import static io.koobridge.service.web.DialService.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.LostCall;
import io.koobridge.events.journal.JournalEntry.FindingOpened;
import io.koobridge.events.wire.Json;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.Stores;
import io.koobridge.testkit.FreePorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LostCallRoutesTest {

    private static final String PATH = "/internal/lost-calls";

    private final Stores stores = Stores.fresh(LostCallRoutesTest.class);
    private final DialService service = new DialService(stores.database());

    @AfterEach
    void close() {
        stores.close();
    }

    @Tag("promise:people-are-called")
    @Test
    void aLostCallIsAFindingThatSaysWhatToDo() {
        var answer = post(routes(), PATH, lost("releaseLicense", null));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("subject").asString()).isEqualTo("kb1~releaseLicense");
        assertThat(findings()).singleElement().satisfies(row -> {
            assertThat(row.path("kind").asString()).isEqualTo("NEEDS_RESTART");
            assertThat(row.path("subject").asString()).isEqualTo("kb1~releaseLicense");
            assertThat(row.path("detail").asString())
                    .startsWith("releaseLicense of 2026-11-22T07:59:00Z failed with 000005 (not_stored)")
                    .contains("restart it in the Seller Console");
        });
    }

    @Test
    void toldAgainItIsTheSameFindingAndIsJournaledOnce() {
        post(routes(), PATH, lost("releaseLicense", null));
        service.clock.advance(Duration.ofMinutes(1));
        post(routes(), PATH, lost("releaseLicense", null));

        assertThat(findings()).hasSize(1);
        assertThat(service.journal.entriesOf(FindingOpened.class)).hasSize(1);
    }

    @Test
    void everyCallThatHasToBeRestartedIsAFindingOfItsOwn() {
        post(routes(), PATH, lost("refreshLicense", null));
        post(routes(), PATH, lost("releaseLicense", null));
        post(routes(), PATH, lost("getLicenseAsync", "e-1"));
        post(routes(), PATH, lost("getLicenseAsync", "e-2"));

        assertThat(findings())
                .extracting(row -> row.path("subject").asString())
                .containsExactlyInAnyOrder(
                        "kb1~refreshLicense",
                        "kb1~releaseLicense",
                        "kb1~getLicenseAsync~e-1",
                        "kb1~getLicenseAsync~e-2");
    }

    @Test
    void whoeverRestartedTheCallClosesIt() {
        post(routes(), PATH, lost("releaseLicense", null));

        var closed = post(
                findingRoutes(),
                "/internal/findings/NEEDS_RESTART/kb1~releaseLicense:close",
                "{\"why\":\"restarted it\"}");

        assertThat(closed.status()).isEqualTo(200);
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatIsNoLostCallIsABadRequest() {
        var lost = lost("releaseLicense", null);

        assertThat(List.of(
                        "",
                        "{",
                        "{}",
                        "null",
                        lost.replace("receivedAt", "received"),
                        lost.replace("000005", "five"),
                        lost.replace("kb1", "k".repeat(65)),
                        lost.replace("kb1", "k".repeat(5_000))))
                .allSatisfy(
                        body -> assertThat(post(routes(), PATH, body).status()).isEqualTo(400));
        assertThat(findings()).isEmpty();
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnavailableSoThatItIsToldAgain() {
        try (var nobody = Stores.at(FreePorts.next())) {
            var away = new DialService(nobody.database());

            assertThat(post(new LostCallRoutes(away.findings).internal(), PATH, lost("releaseLicense", null))
                            .status())
                    .isEqualTo(503);
        }
    }

    private static String lost(String activity, @Nullable String eventId) {
        return Json.mapper()
                .writeValueAsString(new LostCall(
                        "kb1", eventId, activity, "000005", "not_stored", Instant.parse("2026-11-22T07:59:00Z")));
    }

    private List<JsonNode> findings() {
        return get(findingRoutes(), "/internal/findings")
                .body()
                .path("findings")
                .valueStream()
                .toList();
    }

    private InternalRoutes routes() {
        return new LostCallRoutes(service.findings).internal();
    }

    private InternalRoutes findingRoutes() {
        return new FindingRoutes(
                        () -> List.of(service.module),
                        service.rows,
                        service.findings,
                        new OperatorDeeds(service.telemetry))
                .internal();
    }
}
