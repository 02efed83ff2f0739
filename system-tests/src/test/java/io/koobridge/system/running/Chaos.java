package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run of the simulator's chaos.
 *
 * @param seed what it does follows from this alone
 */
record Chaos(Marketplace marketplace, long seed) {

    private static final String ROUTE = "/simulator/chaos";

    /** States of steps that nobody acknowledged. */
    private static final Set<String> OPEN = Set.of("WAITING", "HELD", "DELIVERING", "FAILED");

    /** The simulator gives up after ten minutes. */
    private static final Duration TIME_TO_HEAL = Duration.ofMinutes(6);

    static Chaos start(Marketplace marketplace, long seed, Duration length, int purchases) {
        marketplace.post(ROUTE, """
                {"seed":%d,"seconds":%d,"purchases":%d,"openApiFaults":true}""".formatted(seed, length.toSeconds(), purchases));
        return new Chaos(marketplace, seed);
    }

    boolean running() {
        return state().equals("RUNNING");
    }

    /** Every step of every purchase is acknowledged in the end. */
    void awaitHealed() {
        try {
            await("the marketplace to have healed")
                    .atMost(TIME_TO_HEAL)
                    .until(() -> !running() && !state().equals("HEALING"));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("%s; unhealed: %s".formatted(this, unhealed()), late);
        }
        assertThat(state()).as("%s; unhealed: %s", this, unhealed()).isEqualTo("DONE");
    }

    /** Each step that is not acknowledged, without all but the newest of its attempts. */
    private List<String> unhealed() {
        return marketplace
                .get(ROUTE)
                .path("unsettledOrders")
                .valueStream()
                .flatMap(id -> marketplace.purchase(id.asString()).path("steps").valueStream())
                .filter(step -> OPEN.contains(step.path("state").asString()))
                .map(Chaos::withItsNewestAttempt)
                .toList();
    }

    private static String withItsNewestAttempt(JsonNode step) {
        var attempts = step.path("attempts").valueStream().toList();
        return "%s; the newest of its %d attempts: %s"
                .formatted(
                        ((ObjectNode) step).without("attempts"),
                        step.path("attemptCount").asInt(),
                        attempts.isEmpty() ? "none" : attempts.getLast());
    }

    List<String> orderIds() {
        return marketplace
                .get(ROUTE)
                .path("orderIds")
                .valueStream()
                .map(id -> id.asString())
                .toList();
    }

    /** How often this open API was told to fail. */
    int openApiFaults(String api) {
        return marketplace.get(ROUTE).path("openApiFaults").properties().stream()
                .filter(fault -> fault.getKey().startsWith(api + " "))
                .mapToInt(fault -> fault.getValue().asInt())
                .sum();
    }

    /** How often something was done: {@code steps} or {@code faults}. */
    int count(String what) {
        return marketplace
                .get(ROUTE)
                .path(what)
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    /** Steps that were called by an edition. */
    int stepsIn(String edition) {
        return marketplace.get(ROUTE).path("stepsByEdition").path(edition).asInt();
    }

    /** How often a sale went over to the other edition. */
    int listedAnew() {
        return marketplace.get(ROUTE).path("listedAnew").asInt();
    }

    private String state() {
        return marketplace.get(ROUTE).path("state").asString();
    }

    @Override
    public String toString() {
        return "chaos with seed %d: %s".formatted(seed, marketplace.get(ROUTE));
    }
}
