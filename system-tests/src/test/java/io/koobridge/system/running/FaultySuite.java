package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.crypto.key.AccessKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A suite with two addresses, an old key and the recording product, and a marketplace whose time runs 160 times faster: what
 * it repeats hourly comes after 22.5 s, longer than any outage here lasts. Everything of ours keeps the real clock.
 */
final class FaultySuite {

    static final String FIRST_PATH = "/koogallery/saas";
    static final String SECOND_PATH = "/koogallery/saas-second";
    static final Duration TIME_TO_SETTLE = Duration.ofMinutes(3);

    private static final long LONGEST_RUNG = 600;

    /** Lease, grace and interval of the local stack's sweep, and a slow attempt. */
    private static final Duration SWEPT_WITHIN = Duration.ofMinutes(1);

    /** Several times as long as a suite takes to start, shorter than the tests that are made meanwhile: nobody waits for it. */
    static final Duration OLD_KEY_LASTS = Duration.ofSeconds(150);

    final AccessKey old = new AccessKey("old", "a-key-that-is-going", null);
    final AccessKey second = new AccessKey("second", "a-key-of-the-second-address", null);
    final Instant oldKeyEnds = Instant.now().plus(OLD_KEY_LASTS);
    final Recorder product;
    final Suite suite;
    final Marketplace marketplace;
    final Ledger ledger;
    final Facts facts;
    final Accord accord;

    FaultySuite(Path directory) {
        product = Recorder.start(directory);
        suite = Suite.start(
                directory,
                Map.ofEntries(
                        Map.entry("KOOBRIDGE_TIME_ORIGIN", Instant.now().toString()),
                        Map.entry("KOOBRIDGE_TIME_SPEED", "160"),
                        Map.entry("KOOBRIDGE_SIMULATOR_CALLSKEPT", Integer.toString(Marketplace.CALLS_KEPT)),
                        // Whatever was not sold here is an error, which a made-up order would hide.
                        Map.entry("KOOBRIDGE_SIMULATOR_STRICTORDERS", "true"),
                        Map.entry(
                                "KOOBRIDGE_PROVISIONER_HTTP_URL", product.url().toString()),
                        Map.entry("KOOBRIDGE_WEBHOOK_SECRET", Recorder.SECRET),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_1_ID", old.id()),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_1_SECRET", old.secret()),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_1_NOTAFTER", oldKeyEnds.toString()),
                        // The marketplace here writes V1 ends in UTC; what real ones do no document tells (saas-v1 §10,
                        // A7).
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_0_V1_ZONE", "Z"),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_4_PATH", SECOND_PATH),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_4_KIND", "SAAS"),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_4_KEYS_BASE_0_ID", second.id()),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_4_KEYS_BASE_0_SECRET", second.secret())));
        suite.awaitReady();
        marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));
        ledger = new Ledger(suite.variable("KOOBRIDGE_STORE_ADDRESS"));
        facts = new Facts(suite.variable("KOOBRIDGE_BROKER_ADDRESS"));
        accord = new Accord(marketplace, ledger);
    }

    /** The key that is bound after the old one. */
    AccessKey current() {
        return new AccessKey("local-base", suite.variable("KOOBRIDGE_KEY_BASE"), null);
    }

    /** What an address answers to a signed question about an instance that is not there. */
    String codeOf(String path, AccessKey key) {
        return new Buyer(suite.url("KOOBRIDGE_GATEWAY_URL").resolve(path), key)
                .ask(List.of("never-heard-of"))
                .path("resultCode")
                .asString();
    }

    String instanceOf(String orderId) {
        return marketplace.purchase(orderId).path("instanceId").asString();
    }

    /** What the marketplace believes that it is. */
    String wantedOf(String orderId) {
        return marketplace.purchase(orderId).path("belief").path("wanted").asString();
    }

    /** Bought, and made what the marketplace believes. */
    String bought() {
        var orderId = marketplace.buyOne("{}");
        awaitAccord(List.of(orderId));
        return orderId;
    }

    /**
     * After faults that lasted so long. The ladder (design §5) waits 1, 4, 16, 64, 256, 600 s: what failed until their end is
     * tried again after the rung that the time had reached, and by the sweep a little later when its alarm was lost.
     */
    static Duration timeToSettle(Duration faults) {
        long begin = 0;
        long rung = 1;
        while (rung < LONGEST_RUNG && begin + rung <= faults.toSeconds()) {
            begin += rung;
            rung = Math.min(LONGEST_RUNG, 4 * rung);
        }
        var longest = Duration.ofSeconds(rung).plus(SWEPT_WITHIN);
        return longest.compareTo(TIME_TO_SETTLE) > 0 ? longest : TIME_TO_SETTLE;
    }

    void awaitAccord(List<String> orderIds) {
        awaitAccord("agreement", orderIds, TIME_TO_SETTLE);
    }

    /** @param what with everything that somebody needs who finds that it never came */
    void awaitAccord(String what, List<String> orderIds, Duration atMost) {
        await(what)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(accord.disagreements(orderIds, product.recording()))
                        .isEmpty());
    }

    /** Whichever name is asked for, it is the same instance, or the same that is gone. */
    void assertAnswersByBoth(Broken.TwoNames names) {
        var buyer = new Buyer(suite.url("KOOBRIDGE_GATEWAY_URL").resolve(FIRST_PATH), current());
        assertThat(answerTo(buyer, names.second())).as(names.toString()).isEqualTo(answerTo(buyer, names.first()));
    }

    private static String answerTo(Buyer buyer, String instanceId) {
        var answer = buyer.ask(List.of(instanceId));
        return answer.path("resultCode").asString() + " "
                + answer.path("info").path(0).path("appInfo");
    }

    void end() throws InterruptedException {
        facts.close();
        ledger.close();
        suite.end();
        product.close();
    }
}
