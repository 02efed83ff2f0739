package io.koobridge.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A buyer's applications for licences of one purchase, each shown with the calls that it came to. */
final class Applications {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String APPLY = "getLicenseAsync";

    private final Stage stage;
    private final Purchase purchase;

    Applications(Stage stage, Purchase purchase) {
        this.stage = stage;
        this.purchase = purchase;
    }

    /**
     * One that the marketplace has received.
     *
     * @param validFrom as the application said
     * @param text the licence itself
     */
    record Licence(String eventId, String fingerprint, Instant validFrom, String text) {

        /** A byte in the middle is another one. */
        String changed() {
            int at = text.length() / 2;
            return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
        }
    }

    /** The licence comes. */
    Licence delivered(String wish) {
        JsonNode application = applied(wish);
        stage.show(purchase.tape(), Judge.HONEST, Agreed.NOT_ASKED);
        stage.sheet()
                .check(
                        "the marketplace has the licence: " + received(application),
                        isDelivered(application, 1),
                        "DELIVERED once, got " + application);
        String eventId = application.path("eventId").asString("");
        return new Licence(
                eventId,
                application.path("deviceFingerprint").asString(""),
                time(application.path("effectiveTime").asString("")),
                stage.simulator().text("/simulator/applications/%s/license".formatted(eventId)));
    }

    /** The seller says no. */
    void refused(String wish, String code) {
        JsonNode application = applied(wish);
        stage.show(purchase.tape(), Judge.codeOf(APPLY, code), Agreed.NOT_ASKED);
        String state = application.path("state").asString("");
        stage.sheet().check("the application is " + state, state.equals("REFUSED"), "REFUSED, got " + application);
    }

    /** The same application once more: nothing new is made, and what was made comes again. */
    void again(Licence licence) {
        String path = "/simulator/applications/" + licence.eventId();
        stage.simulator().post(path + ":restart", "{}");
        JsonNode application =
                Waiting.until(PATIENCE, () -> stage.simulator().get(path), shown -> isDelivered(shown, 2));
        stage.show(purchase.tape(), Judge.HONEST, Agreed.NOT_ASKED);
        stage.sheet()
                .check(
                        "the very same bytes came again: " + received(application),
                        isDelivered(application, 2)
                                && stage.simulator().text(path + "/license").equals(licence.text()),
                        "the same twice, got " + application);
    }

    /** What license-service says of all licences of the purchase. */
    void are(LicenseStore store, List<String> expected) {
        var phases = Waiting.until(PATIENCE, () -> store.phases(purchase.instanceId()), expected::equals);
        stage.sheet().check("licences in the ledger: " + phases, phases.equals(expected), expected.toString());
    }

    private JsonNode applied(String wish) {
        return stage.simulator()
                .post(
                        "/simulator/purchases/%s:apply?wait=%d".formatted(purchase.orderId(), PATIENCE.toSeconds()),
                        wish);
    }

    private static boolean isDelivered(JsonNode application, int times) {
        return application.path("state").asString("").equals("DELIVERED")
                && application.path("delivered").path("timesReceived").asInt() == times;
    }

    private static String received(JsonNode application) {
        JsonNode delivered = application.path("delivered");
        return "%s, %d bytes, received %d times"
                .formatted(
                        delivered.path("type").asString("nothing"),
                        delivered.path("size").asInt(),
                        delivered.path("timesReceived").asInt());
    }

    /** As KooGallery writes it: {@code 2026-01-05 00:00:00 z} (license §3.5). */
    private static Instant time(String documented) {
        return Instant.parse(documented.replaceFirst(" *z$", "Z").replace(' ', 'T'));
    }
}
