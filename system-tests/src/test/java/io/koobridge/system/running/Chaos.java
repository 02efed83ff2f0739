package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A run of the simulator's chaos.
 *
 * @param seed what it does follows from this alone
 */
record Chaos(Marketplace marketplace, long seed) {

    private static final String ROUTE = "/simulator/chaos";

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
        await("the marketplace to have healed (seed %d)".formatted(seed))
                .atMost(TIME_TO_HEAL)
                .until(() -> !running() && !state().equals("HEALING"));
        assertThat(state()).as("%s", this).isEqualTo("DONE");
    }

    List<String> orderIds() {
        return marketplace
                .get(ROUTE)
                .path("orderIds")
                .valueStream()
                .map(id -> id.asString())
                .toList();
    }

    /** How often something was done: {@code steps}, {@code faults} or {@code openApiFaults}. */
    int count(String what) {
        return marketplace
                .get(ROUTE)
                .path(what)
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    private String state() {
        return marketplace.get(ROUTE).path("state").asString();
    }

    @Override
    public String toString() {
        return "chaos with seed %d: %s".formatted(seed, marketplace.get(ROUTE));
    }
}
