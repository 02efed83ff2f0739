package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.system.Repository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that are away, wrong or slow. Each test leaves the suite whole for the next one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultySuiteTest {

    /** One in thirty steps of the chaos is a release: in longer rounds hardly anything would be alive at the end. */
    private static final Duration ROUND = Duration.ofSeconds(30);

    private static final int ROUNDS = Boolean.getBoolean("koobridge.full") ? 10 : 2;
    private static final int PURCHASES = 20;

    /** More than are applied for. */
    private static final int LICENCES = 100 * ROUNDS;

    private static final int LICENCES_AT_ONCE = 3;

    private static final SevenCalls.Codes WITHOUT_BROKER =
            new SevenCalls.Codes(Set.of("000005"), Set.of("000005"), Set.of("000000", "000005"));
    private static final SevenCalls.Codes WITHOUT_PROVISIONING =
            new SevenCalls.Codes(Set.of("000000", "000004"), Set.of("000000"), Set.of("000005"));

    private static final Duration SOON = Duration.ofSeconds(30);

    private FaultySuite faulty;
    private Suite suite;
    private Marketplace marketplace;
    private DeadLetterBox letters;

    @BeforeAll
    void start() {
        faulty = new FaultySuite(Repository.ROOT
                .resolve("system-tests/target/faulty")
                .resolve(Long.toString(ProcessHandle.current().pid())));
        suite = faulty.suite;
        marketplace = faulty.marketplace;
        letters = new DeadLetterBox(suite);
    }

    @AfterAll
    void stop() throws InterruptedException {
        faulty.end();
    }

    /** While keys are changed, old and new ones are taken, each by its own address, and operators see which were used. */
    @Tag("promise:keys-change-without-gap")
    @Test
    @Order(1)
    void eachAddressTakesItsOwnKeysAndTellsWhichWereUsed() {
        assertThat(faulty.codeOf(FaultySuite.FIRST_PATH, faulty.current())).isEqualTo("000003");
        assertThat(faulty.codeOf(FaultySuite.FIRST_PATH, faulty.old)).isEqualTo("000003");
        assertThat(faulty.codeOf(FaultySuite.FIRST_PATH, faulty.second)).isEqualTo("000001");
        assertThat(faulty.codeOf(FaultySuite.SECOND_PATH, faulty.second)).isEqualTo("000003");
        assertThat(faulty.codeOf(FaultySuite.SECOND_PATH, faulty.current())).isEqualTo("000001");
        assertThat(faulty.codeOf(FaultySuite.SECOND_PATH, faulty.old)).isEqualTo("000001");

        assertThat(suite.cli("keys")).satisfies(said -> {
            assertThat(said.exit()).as(said.output()).isZero();
            assertThat(said.output().lines())
                    .anyMatch(line -> line.matches("/koogallery/saas +base +local-base .* [1-9][0-9]* .*"))
                    .anyMatch(line -> line.matches("/koogallery/saas +base +old .* 1 .*"))
                    .anyMatch(line -> line.matches("/koogallery/saas-second +base +second .* 1 .*"));
            assertThat(said.output())
                    .doesNotContain(
                            faulty.old.secret(),
                            faulty.second.secret(),
                            faulty.current().secret());
        });
    }

    /** Freezing while the product hangs, then unfreezing, ends unfrozen. */
    @Tag("promise:freeze-then-unfreeze")
    @Test
    @Order(2)
    void freezingWhileTheProductHangsAndThenUnfreezingEndsUnfrozen() {
        var orderId = faulty.bought();
        var instanceId = faulty.instanceOf(orderId);

        Signals.stop(faulty.product.process());
        try {
            assertThat(stateOf(orderId, "freeze")).isEqualTo("ACKNOWLEDGED");
            await("the product to be asked to freeze")
                    .atMost(SOON)
                    .until(() -> faulty.ledger.find(instanceId).orElseThrow().containsKey("lease"));
            assertThat(stateOf(orderId, "unfreeze")).isEqualTo("ACKNOWLEDGED");
        } finally {
            Signals.goOn(faulty.product.process());
        }

        faulty.awaitAccord(List.of(orderId));
        assertThat(faulty.product.recording().lastMade()).containsEntry(instanceId, "ACTIVE");
        assertThat(faulty.wantedOf(orderId)).isEqualTo("ACTIVE");
    }

    private String stateOf(String orderId, String step) {
        return marketplace.step(orderId, step, 10).path("state").asString();
    }

    /** With the broker stopped every call is answered 000005 within 3 s, and succeeds again by itself afterwards. */
    @Tag("promise:answered-in-time")
    @Tag("promise:v1-answered-in-time")
    @Test
    @Order(3)
    void withTheBrokerKilledEveryCallIsAnsweredAndSucceedsByItselfAfterwards() {
        var seven = new SevenCalls(marketplace);

        suite.holdDown(Part.BROKER);
        try {
            SevenCalls.assertAnswered(seven.call(), WITHOUT_BROKER);
        } finally {
            suite.release(Part.BROKER);
        }

        seven.awaitSuccessByItself();
        faulty.awaitAccord(seven.orderIds());
    }

    /** The same while the broker takes connections and says nothing. */
    @Tag("promise:answered-in-time")
    @Tag("promise:v1-answered-in-time")
    @Test
    @Order(4)
    void withTheBrokerHangingEveryCallIsAnsweredAndSucceedsByItselfAfterwards() {
        var seven = new SevenCalls(marketplace);
        var broker = suite.process(Part.BROKER);

        Signals.stop(broker);
        try {
            SevenCalls.assertAnswered(seven.call(), WITHOUT_BROKER);
        } finally {
            Signals.goOn(broker);
        }

        seven.awaitSuccessByItself();
        faulty.awaitAccord(seven.orderIds());
    }

    /** With provisioning stopped calls still succeed, are made real afterwards, and only questions wait. */
    @Tag("promise:calls-outlive-services")
    @Test
    @Order(5)
    void withProvisioningKilledCallsSucceedAndAreMadeRealAfterwards() {
        var seven = new SevenCalls(marketplace);

        suite.holdDown(Part.PROVISIONING);
        try {
            SevenCalls.assertAnswered(seven.call(), WITHOUT_PROVISIONING);
        } finally {
            suite.release(Part.PROVISIONING);
        }

        seven.awaitSuccessByItself();
        faulty.awaitAccord(seven.orderIds());
    }

    /**
     * After any mixture of faults, marketplace, ledger and product agree on every instance, whichever edition sold it and calls it now; and every licence was
     * delivered that somebody applied for meanwhile.
     */
    @Tag("promise:reality-follows")
    @Tag("promise:answered-in-time")
    @Tag("promise:v1-answered-in-time")
    @Tag("promise:one-order-one-instance")
    @Tag("promise:one-licence")
    @Test
    @Order(6)
    void randomFaultsLeaveMarketplaceLedgerAndProductInAgreement() throws Exception {
        long seed = Long.getLong("koobridge.seed", Instant.now().toEpochMilli() % 1_000_000);
        System.out.printf("  to repeat what follows: -Dtest=FaultySuiteTest -Dkoobridge.seed=%d%n", seed);
        var mischief = new Mischief(suite, faulty.product, seed);
        var orderIds = new ArrayList<String>();
        var firstBegin = Instant.now();
        var faultsEnd = firstBegin;
        int listedAnew = 0;
        var licences = Licences.bought(marketplace, LICENCES);
        for (int round = 0; round < ROUNDS; round++) {
            var begin = Instant.now();
            var chaos = Chaos.start(marketplace, seed + round, ROUND, PURCHASES);
            while (chaos.running()) {
                licences.apply(LICENCES_AT_ONCE);
                mischief.once();
            }
            faultsEnd = Instant.now();
            chaos.awaitHealed();
            orderIds.addAll(chaos.orderIds());
            assertThat(chaos.count("steps")).as("steps of %s", chaos).isGreaterThan(2 * PURCHASES);
            assertThat(chaos.stepsIn("V1")).as("steps in V1 of %s", chaos).isGreaterThan(PURCHASES / 2);
            assertThat(chaos.count("faults")).as("faults of %s", chaos).isGreaterThan(PURCHASES / 2);
            for (var api : List.of("ORDER_QUERY", "UPLOAD")) {
                assertThat(chaos.openApiFaults(api))
                        .as("faults of %s in %s", api, chaos)
                        .isGreaterThan(5);
            }
            var answers = new Answers(marketplace.callsSince(begin), mischief.gatewayAway());
            assertThat(answers.answered()).as("answers").isGreaterThan(5 * PURCHASES);
            assertThat(answers.answeredInV1()).as("answers to V1").isGreaterThan(PURCHASES);
            assertThat(answers.complaints()).as("wrong answers (%s)", chaos).isEmpty();
            listedAnew += chaos.listedAnew();
            System.out.printf("  %s; %d answers, %d to V1%n", chaos, answers.answered(), answers.answeredInV1());
        }
        System.out.printf("  chaos from seed %d, %d rounds; mischief: %s%n", seed, ROUNDS, mischief.done());

        assertThat(mischief.done().keySet())
                .extracting(Deed::victim)
                .as("who had something done to it")
                .contains(Deed.Victim.values());
        licences.awaitAllDelivered();
        licences.areOneForEach();
        assertThat(listedAnew).as("sales that changed editions").isPositive();
        assertThat(orderIds).hasSize(ROUNDS * PURCHASES);
        var settled = FaultySuite.timeToSettle(Duration.between(firstBegin, faultsEnd));
        faulty.awaitAccord(
                "agreement after chaos from seed %d; %s".formatted(seed, mischief.done()), orderIds, settled);
        assertThat(orderIds).as("purchases that still live").anySatisfy(orderId -> assertThat(faulty.wantedOf(orderId))
                .isNotEqualTo("RELEASED"));
        await("no work left after chaos from seed %d".formatted(seed))
                .atMost(settled)
                .until(faulty.ledger::unsettled, List::isEmpty);
        assertThat(faulty.facts.deadLetters()).as("dead letters").isZero();
        var broken = Broken.of(marketplace);
        assertThat(broken.withoutExcuse()).isEmpty();
        assertThat(broken.twoNames()).allSatisfy(faulty::assertAnswersByBoth);
        var recording = faulty.product.recording();
        assertThat(recording.refused()).as("calls whose signature was wrong").isZero();
        assertThat(recording.overtaken())
                .as("calls after a higher generation was acknowledged")
                .isEmpty();
        assertThat(recording.instancesByOrder())
                .allSatisfy(
                        (order, instances) -> assertThat(instances).as(order).hasSize(1));
    }

    /** An instance that one edition sold is the other's as well, in either direction and back (design §4). */
    @Tag("promise:one-order-one-instance")
    @ParameterizedTest
    @ValueSource(strings = {"V1", "V2"})
    @Order(6)
    void whatOneEditionSoldAnswersTheOtherAndBack(String sold) {
        var orderId = marketplace.buyOne("{\"edition\":\"%s\"}".formatted(sold));
        faulty.awaitAccord(List.of(orderId));
        var instanceId = faulty.instanceOf(orderId);

        for (String edition : List.of("V1", "V2", "V1", "V2")) {
            marketplace.post(
                    "/simulator/purchases/%s:move".formatted(orderId), "{\"edition\":\"%s\"}".formatted(edition));
            for (String step : List.of("freeze", "unfreeze", "refresh", "upgrade", "details", "query")) {
                assertThat(stateOf(orderId, step)).as("%s in %s", step, edition).isEqualTo("ACKNOWLEDGED");
            }
            assertThat(faulty.instanceOf(orderId)).as(edition).isEqualTo(instanceId);
            faulty.awaitAccord(List.of(orderId));
        }

        assertThat(stateOf(orderId, "release")).isEqualTo("ACKNOWLEDGED");
        faulty.awaitAccord(List.of(orderId));
    }

    /** The agreement above says nothing unless a disagreement would be seen. */
    @Test
    @Order(7)
    void whoeverTampersWithTheLedgerIsSeen() {
        var orderId = faulty.bought();

        new Tampering(faulty.accord, faulty.ledger)
                .isSeen(orderId, faulty.instanceOf(orderId), faulty.product.recording());
    }

    /** What cannot be processed is put aside; a person sees why and what a replay would do, and replays it. */
    @Tag("promise:unreadable-is-put-aside")
    @Test
    @Order(8)
    void aRecordThatNobodyCanReadIsPutAsideAndStaysDead() throws Exception {
        var key = "nonsense-" + System.nanoTime();
        faulty.facts.tellNonsense(key);

        var id = letters.await(key, 1);

        assertThat(letters.tell("dead-letters", "preview", id)).contains("put aside again: unreadable");
        letters.tell("dead-letters", "replay", id, "--why", "to see it die again");
        letters.await(key, 2);
        assertThat(suite.cli("dead-letters", "replay", id, "--why", "once more").exit())
                .as("a second replay without --again")
                .isEqualTo(1);
    }

    /** Put aside by hand, as a fact that is valid by now. */
    @Tag("promise:unreadable-is-put-aside")
    @Test
    @Order(9)
    void aFactThatWasPutAsideIsPreviewedAndAppliedByItsReplay() throws Exception {
        var instanceId = faulty.instanceOf(faulty.bought());
        faulty.facts.putAside(instanceId, Instant.now(), new InstanceFrozen());

        var id = letters.await(instanceId, 1);

        assertThat(letters.tell("dead-letters", "preview", id)).contains("applied", "ACTIVE", "FROZEN");
        assertThat(Tampering.wanted(faulty.ledger.find(instanceId).orElseThrow()))
                .as("after a preview")
                .isEqualTo("ACTIVE");
        letters.tell("dead-letters", "replay", id, "--why", "it is mended");
        await("the instance to be frozen").atMost(SOON).until(() -> "FROZEN"
                .equals(faulty.product.recording().lastMade().get(instanceId)));
    }

    /** A key is refused once it has ended. */
    @Tag("promise:keys-change-without-gap")
    @Test
    @Order(10)
    void theOldKeyIsRefusedOnceItHasEnded() {
        await("the end of the old key").atMost(FaultySuite.OLD_KEY_LASTS).until(() -> Instant.now()
                .isAfter(faulty.oldKeyEnds));

        assertThat(faulty.codeOf(FaultySuite.FIRST_PATH, faulty.old)).isEqualTo("000001");
        assertThat(faulty.codeOf(FaultySuite.FIRST_PATH, faulty.current())).isEqualTo("000003");
    }
}
