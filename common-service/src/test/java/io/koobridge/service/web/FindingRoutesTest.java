package io.koobridge.service.web;

import static io.koobridge.service.web.DialService.get;
import static io.koobridge.service.web.DialService.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.journal.JournalEntry.FindingClosed;
import io.koobridge.events.journal.JournalEntry.OperatorActed;
import io.koobridge.runtime.port.InternalRoutes;
import io.koobridge.service.Stores;
import io.koobridge.service.finding.CommonFinding;
import io.koobridge.testkit.FreePorts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingRoutesTest {

    private static final String WHY = "{\"why\":\"looked at it\"}";

    private final Stores stores = Stores.fresh(FindingRoutesTest.class);
    private final DialService service = new DialService(stores.database());

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void openFindingsAreListedAndThoseSeenLastComeFirst() {
        open("a", CommonFinding.STUCK);
        open("b", CommonFinding.FACT_REFUSED);
        service.findings.close("a", CommonFinding.STUCK).block();
        open("c", CommonFinding.STUCK);

        assertThat(subjects("")).containsExactly("c", "b");
        assertThat(subjects("?state=closed")).containsExactly("a");
        assertThat(subjects("?state=all")).containsExactly("c", "b", "a");
        assertThat(subjects("?kind=FACT_REFUSED")).containsExactly("b");
        assertThat(subjects("?limit=1")).containsExactly("c");
    }

    @Test
    void aFindingSaysWhatAndSinceWhen() {
        open("a", CommonFinding.STUCK);

        var row = get(routes(), "/internal/findings").body().path("findings").path(0);

        assertThat(row.path("kind").asString()).isEqualTo("STUCK");
        assertThat(row.path("detail").asString()).isEqualTo("detail of a");
        assertThat(row.path("openedAt").asString()).isEqualTo("2026-11-22T08:00:01Z");
        assertThat(row.path("seen").asInt()).isEqualTo(1);
    }

    @Test
    void closingByHandIsWrittenIntoTheJournal() {
        open("a", CommonFinding.STUCK);

        assertThat(post(routes(), "/internal/findings/STUCK/a:close", WHY).status())
                .isEqualTo(200);

        assertThat(subjects("")).isEmpty();
        assertThat(service.journal.entriesAbout("a"))
                .contains(
                        new FindingClosed("test", "STUCK"),
                        new OperatorActed("test", "finding-closed", "STUCK/a", "looked at it"));
    }

    @Test
    void whatIsNotOpenCannotBeClosed() {
        open("a", CommonFinding.STUCK);
        post(routes(), "/internal/findings/STUCK/a:close", WHY);

        assertThat(post(routes(), "/internal/findings/STUCK/a:close", WHY).status())
                .isEqualTo(404);
        assertThat(post(routes(), "/internal/findings/STOPPED/a:close", WHY).status())
                .isEqualTo(404);
        assertThat(service.journal.entriesOf(OperatorActed.class)).hasSize(1);
    }

    @Test
    void aWrongQuestionIsABadRequest() {
        assertThat(get(routes(), "/internal/findings?state=mine").status()).isEqualTo(400);
        assertThat(get(routes(), "/internal/findings?limit=-1").status()).isEqualTo(400);
        assertThat(post(routes(), "/internal/findings/STUCK/a:close", "{\"why\":\"" + "x".repeat(501) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aStoreThatDoesNotAnswerIsUnavailable() {
        try (var nobody = Stores.at(FreePorts.next())) {
            var away = new DialService(nobody.database());

            assertThat(get(routes(away), "/internal/findings").status()).isEqualTo(503);
        }
    }

    private void open(String subject, CommonFinding kind) {
        service.clock.advance(Duration.ofSeconds(1));
        service.findings.open(subject, kind, "detail of " + subject).block();
    }

    private List<String> subjects(String query) {
        return get(routes(), "/internal/findings" + query)
                .body()
                .path("findings")
                .valueStream()
                .map(row -> row.path("subject").asString())
                .toList();
    }

    private InternalRoutes routes() {
        return routes(service);
    }

    private static InternalRoutes routes(DialService service) {
        return new FindingRoutes(
                        () -> List.of(service.module),
                        service.rows,
                        service.findings,
                        new OperatorDeeds(service.telemetry))
                .internal();
    }
}
