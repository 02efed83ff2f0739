package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a buyer of an online License applies for, and what the marketplace has of it.
 *
 * @param orderId by which it was bought
 */
record Licences(Marketplace marketplace, String orderId) {

    private static final Duration TIME_TO_BUY = Duration.ofMinutes(1);
    private static final Duration TIME_TO_DELIVER = Duration.ofMinutes(3);
    private static final int AS_MANY_AS_THERE_ARE = 10_000;

    /** So many licences. */
    static Licences bought(Marketplace marketplace, int quantity) {
        var orderId = marketplace.buyOne("{\"kind\":\"LICENSE\",\"linearValue\":%d}".formatted(quantity));
        await("the License " + orderId)
                .atMost(TIME_TO_BUY)
                .until(() ->
                        marketplace.purchase(orderId).path("status").asString().equals("READY"));
        return new Licences(marketplace, orderId);
    }

    /** For so many more, one after the other; nobody waits for what becomes of them. */
    void apply(int count) {
        for (int i = 0; i < count; i++) {
            marketplace.post("/simulator/purchases/%s:apply?wait=0".formatted(orderId), "{}");
        }
    }

    /** Who call the gateway themselves, as soon as it is known for what. */
    Applicants applicants(URI gateway, String key, LicenseBooks books) {
        var purchase = marketplace.purchase(orderId);
        var instanceId = purchase.path("instanceId").asString();
        await(instanceId + " to be known").atMost(TIME_TO_BUY).until(() -> books.knows(instanceId));
        return new Applicants(
                gateway,
                key,
                instanceId,
                Instant.parse(purchase.path("expiresAt").asString()));
    }

    List<JsonNode> applications() {
        return marketplace
                .get("/simulator/applications?orderId=%s&limit=%d".formatted(orderId, AS_MANY_AS_THERE_ARE))
                .path("applications")
                .valueStream()
                .toList();
    }

    /** Of those that were not taken, each is applied for again: KooGallery repeats none by itself (license §2.4), so somebody does. */
    long deliveredWithRestarts() {
        var applications = applications();
        applications.stream()
                .filter(application -> application.path("state").asString().equals("FAILED"))
                .forEach(this::restart);
        return applications.stream().filter(Licences::isDelivered).count();
    }

    void awaitAllDelivered() {
        await("every licence of " + orderId)
                .atMost(TIME_TO_DELIVER)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    deliveredWithRestarts();
                    assertThat(applications()).allSatisfy(application -> assertThat(isDelivered(application))
                            .as(application.toString())
                            .isTrue());
                });
    }

    private void restart(JsonNode application) {
        marketplace.post(
                "/simulator/applications/%s:restart"
                        .formatted(application.path("eventId").asString()),
                "{}");
    }

    /** One for each, each another one, and at each upload the same bytes: others would be a violation. */
    void areOneForEach() {
        var applications = applications();
        assertThat(applications).isNotEmpty().allSatisfy(application -> assertThat(
                        application.path("delivered").path("bytesKept").asBoolean())
                .as(application.toString())
                .isTrue());
        assertThat(digests()).hasSameSizeAs(applications);
    }

    /** SHA-256 of everything that was received. */
    Set<String> digests() {
        var digests = new HashSet<String>();
        applications()
                .forEach(application ->
                        digests.add(application.path("delivered").path("sha256").asString("")));
        return digests;
    }

    private static boolean isDelivered(JsonNode application) {
        return application.path("state").asString().equals("DELIVERED");
    }
}
