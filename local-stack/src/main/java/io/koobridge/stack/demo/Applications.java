package io.koobridge.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    record Licence(String eventId, String fingerprint, Instant validFrom, String text) {}

    /** The licence comes. */
    Licence delivered(String wish) {
        return delivered(wish, Judge.HONEST);
    }

    Licence delivered(String wish, Judge judge) {
        JsonNode application = applied(wish);
        stage.show(purchase.tape(), judge, Agreed.NOT_ASKED);
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

    /** One that nobody waits for here: its event. */
    String begun() {
        return stage.simulator()
                .post("/simulator/purchases/%s:apply?wait=0".formatted(purchase.orderId()), "{}")
                .path("eventId")
                .asString("");
    }

    /** The licence of this event comes after all. */
    void comes(String eventId) {
        JsonNode application = awaited(eventId, 1);
        stage.show(purchase.tape(), Judge.HONEST, Agreed.NOT_ASKED);
        stage.sheet()
                .check(
                        "the marketplace has the licence: " + received(application),
                        isDelivered(application, 1),
                        "DELIVERED once, got " + application);
    }

    /** The seller says no. */
    void refused(String wish, String code) {
        JsonNode application = applied(wish);
        stage.show(purchase.tape(), Judge.codeOf(APPLY, code), Agreed.NOT_ASKED);
        String state = application.path("state").asString("");
        stage.sheet().check("the application is " + state, state.equals("REFUSED"), "REFUSED, got " + application);
    }

    /** The same application once more: nothing new is made. The marketplace counts those that have the bytes of the first. */
    void again(Licence licence) {
        stage.simulator().post("/simulator/applications/%s:restart".formatted(licence.eventId()), "{}");
        JsonNode application = awaited(licence.eventId(), 2);
        stage.show(purchase.tape(), Judge.HONEST, Agreed.NOT_ASKED);
        stage.sheet()
                .check(
                        "the very same bytes came again: " + received(application),
                        isDelivered(application, 2),
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

    private JsonNode awaited(String eventId, int times) {
        return Waiting.until(
                PATIENCE,
                () -> stage.simulator().get("/simulator/applications/" + eventId),
                shown -> isDelivered(shown, times));
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
    static String written(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " z");
    }

    /** The same, read. */
    private static Instant time(String documented) {
        return Instant.parse(documented.replaceFirst(" *z$", "Z").replace(' ', 'T'));
    }
}
