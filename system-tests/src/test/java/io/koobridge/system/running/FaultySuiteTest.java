package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.system.Repository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parts that are away, wrong or slow, one suite for all of them. Its marketplace's time runs 120 times faster: what is
 * repeated every ten minutes comes after five seconds. Everything of ours keeps the real clock.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultySuiteTest {

    private static final Path DIRECTORY = Repository.ROOT
            .resolve("system-tests/target/faulty")
            .resolve(Long.toString(ProcessHandle.current().pid()));
    private static final Duration TIME_TO_SETTLE = Duration.ofMinutes(3);
    private static final Duration CHAOS =
            Boolean.getBoolean("koobridge.full") ? Duration.ofMinutes(5) : Duration.ofMinutes(1);
    private static final int PURCHASES = 20;
    private static final String SECOND_PATH = "/koogallery/saas-second";
    private static final Duration OLD_KEY_LASTS = Duration.ofMinutes(3);

    private final AccessKey old = new AccessKey("old", "a-key-that-is-going", null);
    private final AccessKey second = new AccessKey("second", "a-key-of-the-second-address", null);
    private final Instant oldKeyEnds = Instant.now().plus(OLD_KEY_LASTS);
    private Recorder recorder;
    private Suite suite;
    private Marketplace marketplace;
    private Ledger ledger;
    private Facts facts;

    @BeforeAll
    void start() {
        recorder = Recorder.start(DIRECTORY);
        suite = Suite.start(
                DIRECTORY,
                Map.ofEntries(
                        Map.entry("KOOBRIDGE_TIME_ORIGIN", Instant.now().toString()),
                        Map.entry("KOOBRIDGE_TIME_SPEED", "120"),
                        Map.entry(
                                "KOOBRIDGE_PROVISIONER_HTTP_URL", recorder.url().toString()),
                        Map.entry("KOOBRIDGE_WEBHOOK_SECRET", Recorder.SECRET),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_1_ID", old.id()),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_1_SECRET", old.secret()),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_1_NOTAFTER", oldKeyEnds.toString()),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_1_PATH", SECOND_PATH),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_1_KIND", "SAAS"),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_1_KEYS_BASE_0_ID", second.id()),
                        Map.entry("KOOBRIDGE_GATEWAY_ADDRESSES_1_KEYS_BASE_0_SECRET", second.secret())));
        suite.awaitReady();
        marketplace = new Marketplace(suite.url("KOOBRIDGE_SIMULATOR_URL"));
        ledger = new Ledger(suite.variable("KOOBRIDGE_STORE_ADDRESS"));
        facts = new Facts(suite.variable("KOOBRIDGE_BROKER_ADDRESS"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        facts.close();
        ledger.close();
        suite.end();
        recorder.close();
    }

    /** Promise: while keys are changed, calls with the old and with the new key are taken, and operators see which was used. */
    @Test
    @Order(1)
    void eachAddressTakesItsOwnKeysAndTellsWhichWereUsed() {
        var gateway = suite.url("KOOBRIDGE_GATEWAY_URL");
        var current = new AccessKey("local-base", suite.variable("KOOBRIDGE_KEY_BASE"), null);
        var first = gateway.resolve("/koogallery/saas");
        var other = gateway.resolve(SECOND_PATH);

        assertThat(code(new Buyer(first, current))).isEqualTo("000003");
        assertThat(code(new Buyer(first, old))).isEqualTo("000003");
        assertThat(code(new Buyer(first, second))).isEqualTo("000001");
        assertThat(code(new Buyer(other, second))).isEqualTo("000003");
        assertThat(code(new Buyer(other, current))).isEqualTo("000001");
        assertThat(code(new Buyer(other, old))).isEqualTo("000001");

        assertThat(suite.cli("keys")).satisfies(said -> {
            assertThat(said.exit()).as(said.output()).isZero();
            assertThat(said.output()).contains("local-base", "old", "second", SECOND_PATH);
            assertThat(said.output()).doesNotContain(old.secret(), second.secret(), current.secret());
        });
    }

    /** Promise: freezing while the product hangs, then unfreezing, ends unfrozen. */
    @Test
    @Order(2)
    void freezingWhileTheProductHangsAndThenUnfreezingEndsUnfrozen() {
        var orderId = marketplace.buyOne("{}");
        awaitAccord(List.of(orderId));
        var instanceId = marketplace.purchase(orderId).path("instanceId").asString();

        Signals.stop(recorder.process());
        try {
            assertThat(marketplace.step(orderId, "freeze", 10).path("state").asString())
                    .isEqualTo("ACKNOWLEDGED");
            await("the product to be asked to freeze")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> ledger.find(instanceId).orElseThrow().containsKey("lease"));
            assertThat(marketplace.step(orderId, "unfreeze", 10).path("state").asString())
                    .isEqualTo("ACKNOWLEDGED");
        } finally {
            Signals.goOn(recorder.process());
        }

        awaitAccord(List.of(orderId));
        assertThat(recorder.recording().lastMade()).containsEntry(instanceId, "ACTIVE");
        assertThat(marketplace.purchase(orderId).path("belief").path("wanted").asString())
                .isEqualTo("ACTIVE");
    }

    /** Promise: with the broker stopped every call is answered 000005 within 3 s, and succeeds again by itself afterwards. */
    @Test
    @Order(3)
    void withTheBrokerKilledEveryCallIsAnsweredAndSucceedsByItselfAfterwards() {
        var seven = new SevenCalls(marketplace);

        suite.holdDown(Part.BROKER);
        try {
            SevenCalls.assertAnswered(seven.call(), Set.of("000005"), Set.of("000000", "000005"));
        } finally {
            suite.release(Part.BROKER);
        }

        seven.awaitSuccessByItself();
        awaitAccord(seven.orderIds());
    }

    /** Promise: the same while the broker takes connections and says nothing. */
    @Test
    @Order(4)
    void withTheBrokerHangingEveryCallIsAnsweredAndSucceedsByItselfAfterwards() {
        var seven = new SevenCalls(marketplace);
        var broker = suite.process(Part.BROKER);

        Signals.stop(broker);
        try {
            SevenCalls.assertAnswered(seven.call(), Set.of("000005"), Set.of("000000", "000005"));
        } finally {
            Signals.goOn(broker);
        }

        seven.awaitSuccessByItself();
        awaitAccord(seven.orderIds());
    }

    /** Promise: with provisioning stopped calls still succeed, are made real afterwards, and only questions wait. */
    @Test
    @Order(5)
    void withProvisioningKilledCallsSucceedAndAreMadeRealAfterwards() {
        var seven = new SevenCalls(marketplace);

        suite.holdDown(Part.PROVISIONING);
        try {
            SevenCalls.assertAnswered(seven.call(), Set.of("000000", "000004"), Set.of("000005"));
        } finally {
            suite.release(Part.PROVISIONING);
        }

        seven.awaitSuccessByItself();
        awaitAccord(seven.orderIds());
    }

    /** Promise: after any mixture of faults, marketplace, ledger and product agree on every instance. */
    @Test
    @Order(6)
    void randomFaultsLeaveMarketplaceLedgerAndProductInAgreement() throws Exception {
        long seed = Instant.now().toEpochMilli() % 1_000_000;
        marketplace.post("/simulator/chaos", """
                {"seed":%d,"seconds":%d,"purchases":%d,"openApiFaults":true}""".formatted(seed, CHAOS.toSeconds(), PURCHASES));
        var mischief = new Mischief(suite, recorder, seed);
        while (chaos("state").equals("RUNNING")) {
            mischief.once();
        }
        await("the marketplace to have healed (seed %d)".formatted(seed))
                .atMost(TIME_TO_SETTLE.plusMinutes(2))
                .until(() -> !chaos("state").equals("HEALING"));
        assertThat(chaos("state"))
                .as("chaos, seed %d: %s", seed, marketplace.get("/simulator/chaos"))
                .isEqualTo("DONE");

        var orderIds = marketplace
                .get("/simulator/chaos")
                .path("orderIds")
                .valueStream()
                .map(id -> id.asString())
                .toList();
        assertThat(orderIds).hasSize(PURCHASES);
        awaitAccord(orderIds);

        System.out.printf(
                "  chaos with seed %d: %s%n  mischief: %s%n",
                seed, marketplace.get("/simulator/chaos"), mischief.done());
        assertThat(facts.deadLetters()).as("dead letters").isZero();
        assertThat(ledger.unsettled()).as("unsettled documents").isZero();
        assertThat(violationsOfIdentity()).isEmpty();
        var recording = recorder.recording();
        assertThat(recording.refused()).as("calls whose signature was wrong").isZero();
        assertThat(recording.overtaken()).as("calls after a higher generation").isEmpty();
        assertThat(recording.instancesByOrderLine())
                .allSatisfy((line, instances) -> assertThat(instances).as(line).hasSize(1));
        theJudgeSeesATamperedLedger(orderIds);
    }

    /** The agreement above says nothing unless a disagreement would be seen. */
    private void theJudgeSeesATamperedLedger(List<String> orderIds) {
        var accord = new Accord(marketplace, ledger);
        var victim = orderIds.stream()
                .filter(id -> !marketplace
                        .purchase(id)
                        .path("belief")
                        .path("wanted")
                        .asString()
                        .equals("RELEASED"))
                .findFirst()
                .or(() -> java.util.Optional.of(marketplace.buyOne("{}")))
                .orElseThrow();
        awaitAccord(List.of(victim));
        var right = ledger.find(marketplace.purchase(victim).path("instanceId").asString())
                .orElseThrow();

        assertThat(tampered(
                        right, "wanted", "value", "FROZEN".equals(wanted(right)) ? "ACTIVE" : "FROZEN", accord, victim))
                .anyMatch(said -> said.contains("wanted"));
        if (right.getDocument("state").getDocument("spec").isDocument("expiry")) {
            assertThat(tampered(right, "expiry", "value", "2001-01-01T00:00:00Z", accord, victim))
                    .anyMatch(said -> said.contains("terms"));
        }
        assertThat(accord.disagreements(List.of(victim), new Recording(List.of())))
                .isNotEmpty();
        assertThat(accord.disagreements(List.of(victim), recorder.recording())).isEmpty();
    }

    private List<String> tampered(
            BsonDocument right, String part, String member, String value, Accord accord, String orderId) {
        var wrong = right.clone();
        wrong.getDocument("state").getDocument("spec").getDocument(part).put(member, new BsonString(value));
        ledger.tamper(wrong);
        try {
            return accord.disagreements(List.of(orderId), recorder.recording());
        } finally {
            ledger.tamper(right);
        }
    }

    private static String wanted(BsonDocument document) {
        return document.getDocument("state")
                .getDocument("spec")
                .getDocument("wanted")
                .getString("value")
                .getValue();
    }

    /** Promise: a record that cannot be processed is put aside, and a person can see why, see what a replay would do, and replay it. */
    @Test
    @Order(7)
    void aRecordThatNobodyCanReadIsPutAsideAndStaysDead() throws Exception {
        var key = "nonsense-" + System.nanoTime();
        facts.tellNonsense(key);

        var id = awaitDeadLetter(key);

        var preview = suite.cli("dead-letters", "preview", id);
        assertThat(preview.exit()).as(preview.output()).isZero();
        assertThat(preview.output()).contains("put aside again: unreadable");
        var replay = suite.cli("dead-letters", "replay", id, "--why", "to see it die again");
        assertThat(replay.exit()).as(replay.output()).isZero();
        await("its second death")
                .atMost(Duration.ofSeconds(30))
                .until(() -> deadLetters(key).size() == 2);
        assertThat(suite.cli("dead-letters", "replay", id, "--why", "once more").exit())
                .as("a second replay without --again")
                .isEqualTo(1);
    }

    /** Promise: the same; a fact that is valid by now is applied. */
    @Test
    @Order(8)
    void aFactThatWasPutAsideIsPreviewedAndAppliedByItsReplay() throws Exception {
        var orderId = marketplace.buyOne("{}");
        awaitAccord(List.of(orderId));
        var instanceId = marketplace.purchase(orderId).path("instanceId").asString();
        facts.putAside(instanceId, Instant.now(), new InstanceFrozen());

        var id = awaitDeadLetter(instanceId);

        var preview = suite.cli("dead-letters", "preview", id);
        assertThat(preview.exit()).as(preview.output()).isZero();
        assertThat(preview.output()).contains("applied", "ACTIVE", "FROZEN");
        assertThat(wanted(ledger.find(instanceId).orElseThrow()))
                .as("after a preview")
                .isEqualTo("ACTIVE");
        var replay = suite.cli("dead-letters", "replay", id, "--why", "it is mended");
        assertThat(replay.exit()).as(replay.output()).isZero();
        await("the instance to be frozen").atMost(Duration.ofSeconds(30)).until(() -> "FROZEN"
                .equals(recorder.recording().lastMade().get(instanceId)));
    }

    private String awaitDeadLetter(String key) {
        await("a dead letter of " + key).atMost(Duration.ofSeconds(30)).until(() -> !deadLetters(key)
                .isEmpty());
        return deadLetters(key).getFirst();
    }

    /** The ids of the dead letters with this key, as the command line lists them. */
    private List<String> deadLetters(String key) {
        var said = suite.cli("dead-letters", "list", "--json");
        assertThat(said.exit()).as(said.output()).isZero();
        return JsonMapper.shared()
                .readTree(said.output())
                .path("deadLetters")
                .valueStream()
                .filter(letter -> letter.path("key").asString("").equals(key))
                .map(letter -> letter.path("id").asString())
                .toList();
    }

    /** Promise: a key is refused once it has ended. */
    @Test
    @Order(9)
    void theOldKeyIsRefusedOnceItHasEnded() {
        var buyer = new Buyer(suite.url("KOOBRIDGE_GATEWAY_URL").resolve("/koogallery/saas"), old);

        await("the end of the old key").atMost(OLD_KEY_LASTS).until(() -> Instant.now()
                .isAfter(oldKeyEnds));

        assertThat(code(buyer)).isEqualTo("000001");
    }

    private static String code(Buyer buyer) {
        return buyer.ask(List.of("never-heard-of")).path("resultCode").asString();
    }

    private String chaos(String member) {
        return marketplace.get("/simulator/chaos").path(member).asString();
    }

    private List<String> violationsOfIdentity() {
        var found = new ArrayList<String>();
        marketplace.violations().path("violations").forEach(violation -> {
            if (!violation.path("kind").asString().equals("FAULT_NOT_ANSWERED_AS_EXPECTED")) {
                found.add(violation.toString());
            }
        });
        return found;
    }

    private void awaitAccord(List<String> orderIds) {
        var accord = new Accord(marketplace, ledger);
        await("agreement")
                .atMost(TIME_TO_SETTLE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(accord.disagreements(orderIds, recorder.recording()))
                        .isEmpty());
    }
}
