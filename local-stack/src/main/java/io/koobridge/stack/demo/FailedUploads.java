package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The marketplace does not take a licence: what passes by itself, what nobody wants any more, what a person retries (license §5.1). */
final class FailedUploads {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String FAULTS = "/simulator/open-api/faults";

    /** Surely not taken; after an internal error nobody knows, and a denial frees no place. */
    private static final String TOO_MANY_CALLS = "CBC.0250";

    private static final String INTERNAL_ERROR = "91381036";
    private static final String WRONG_FORMAT = "91381037";
    private static final String DENIED = "91381038";

    private final Stage stage;
    private final LicenseStore store;
    private final Purchase purchase;
    private final Applications applications;

    private FailedUploads(Stage stage, LicenseStore store) {
        this.stage = stage;
        this.store = store;
        this.purchase = Purchase.ready(stage, "{\"kind\":\"LICENSE\",\"linearValue\":2}");
        this.applications = new Applications(stage, purchase);
    }

    static void play(Stage stage, LicenseStore store) {
        stage.sheet().note("Two licences of another purchase; the marketplace does not take the first one at once");
        var uploads = new FailedUploads(stage, store);
        try {
            uploads.comesByItself();
            uploads.isDenied();
            uploads.isRetried();
        } finally {
            stage.simulator().delete(FAULTS + "?api=UPLOAD");
        }
    }

    private void comesByItself() {
        arm(INTERNAL_ERROR, ",\"calls\":2");
        applications.delivered("{}", Judge.uploads(INTERNAL_ERROR));
        stage.sheet().check("it came by itself after %d failed uploads".formatted(hits()), hits() == 2, "two");
    }

    private void isDenied() {
        stage.sheet().note("The next application is denied before its licence has come; its place is another's then");
        arm(TOO_MANY_CALLS, "");
        String eventId = applications.begun();
        Waiting.until(PATIENCE, this::hits, hits -> hits > 0);
        stage.simulator().post("/simulator/applications/%s:deny".formatted(eventId), "{}");
        stage.simulator().delete(FAULTS + "?api=UPLOAD");
        applications.are(store, List.of("DELIVERED", "DENIED"));
        stage.show(purchase.tape(), Judge.uploads(TOO_MANY_CALLS, DENIED), Agreed.NOT_ASKED);
    }

    private void isRetried() {
        stage.sheet().note("An upload is refused for good: a person sees it, and has it tried again");
        arm(WRONG_FORMAT, ",\"calls\":1");
        String eventId = applications.begun();
        applications.are(store, List.of("DELIVERED", "DENIED", "REFUSED"));
        stage.show(purchase.tape(), Judge.uploads(WRONG_FORMAT), Agreed.NOT_ASKED);
        String licenseId = store.licenseOf(eventId);
        String findings = stage.said(0, "findings", "--kind", "STOPPED", "--limit", "3");
        stage.sheet()
                .check(
                        "the finding names it and the marketplace's reason",
                        findings.lines().anyMatch(line -> line.contains(licenseId) && line.contains(WRONG_FORMAT)),
                        "%s because of %s".formatted(licenseId, WRONG_FORMAT));
        stage.said(0, "retry", licenseId, "--ledger", "applications", "--why", "the demo tries again");
        applications.comes(eventId);
        applications.are(store, List.of("DELIVERED", "DELIVERED", "DENIED"));
    }

    private void arm(String code, String more) {
        stage.simulator()
                .put(FAULTS, "{\"api\":\"UPLOAD\",\"kind\":\"RESULT_CODE\",\"code\":\"%s\"%s}".formatted(code, more));
    }

    private long hits() {
        JsonNode armed = stage.simulator().get(FAULTS + "?api=UPLOAD");
        return armed.path("hits").asLong();
    }
}
