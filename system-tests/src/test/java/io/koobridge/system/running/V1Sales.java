package io.koobridge.system.running;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Sales of a product that is still listed by V1: they are bought and changed while everything else goes wrong, and some change editions. */
final class V1Sales {

    private static final List<String> STEPS = List.of("refresh", "expire", "freeze", "unfreeze", "upgrade", "details");
    private static final Set<String> OPEN = Set.of("WAITING", "HELD", "DELIVERING", "FAILED");

    private final Marketplace marketplace;
    private final Random random;
    private final List<String> orderIds = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();

    V1Sales(Marketplace marketplace, long seed) {
        this.marketplace = marketplace;
        this.random = new Random(seed);
    }

    /** One more is sold, and something is done to some that are there. */
    void goOn() {
        orderIds.add(marketplace.buyOne("{\"edition\":\"V1\"}"));
        for (int times = 0; times < 3; times++) {
            String step = STEPS.get(random.nextInt(STEPS.size()));
            attempt(step, () -> marketplace.step(any(), step, 0));
        }
    }

    /** From the next call on one of them is called by the other edition. */
    void move() {
        if (orderIds.isEmpty()) {
            goOn();
        }
        String orderId = any();
        attempt("move", () -> move(orderId));
    }

    private JsonNode move(String orderId) {
        boolean v1 = marketplace.purchase(orderId).path("edition").asString().equals("V1");
        return marketplace.post(
                "/simulator/purchases/%s:move".formatted(orderId), "{\"edition\":\"%s\"}".formatted(v1 ? "V2" : "V1"));
    }

    /** The marketplace refuses what would make no sense now, such as a step beside another or of another edition. */
    private void attempt(String what, Runnable deed) {
        try {
            deed.run();
            done.merge(what, 1, Integer::sum);
        } catch (IllegalStateException notNow) {
            done.merge("refused", 1, Integer::sum);
        }
    }

    private String any() {
        return orderIds.get(random.nextInt(orderIds.size()));
    }

    /** Until the marketplace waits for no acknowledgement any more. */
    void awaitAcknowledged(Duration atMost) {
        await("every step of V1 sales to be acknowledged")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(500))
                .until(this::open, List::isEmpty);
    }

    private List<String> open() {
        return orderIds.stream()
                .map(marketplace::purchase)
                .filter(sale -> !sale.path("status").asString().equals("READY")
                        || sale.path("steps").valueStream().anyMatch(V1Sales::isOpen))
                .map(sale -> sale.path("orderId").asString() + " " + sale.path("status"))
                .toList();
    }

    private static boolean isOpen(JsonNode step) {
        return OPEN.contains(step.path("state").asString());
    }

    List<String> orderIds() {
        return List.copyOf(orderIds);
    }

    /** How often what was done. */
    Map<String, Integer> done() {
        return Map.copyOf(done);
    }
}
