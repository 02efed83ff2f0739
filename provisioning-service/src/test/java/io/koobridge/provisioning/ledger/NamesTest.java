package io.koobridge.provisioning.ledger;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.TestDatabase;
import io.koobridge.provisioning.domain.OrderQuery.Answer.Found;
import io.koobridge.provisioning.ledger.Names.Name;
import io.koobridge.provisioning.reconcile.InstanceFinding;
import io.koobridge.service.finding.RecordingFindings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final Found BY_USE = new Found(
            new OrderDetails(
                    "NEW", ChargingMode.ON_DEMAND, new OrderDetails.Product("P1", null, null), null, null, null),
            1);
    private static final Name NAME = new Name(InstanceKind.SAAS, Instances.ORDER);

    private final TestDatabase store = new TestDatabase(NamesTest.class);
    private final RecordingFindings findings = new RecordingFindings();
    private final Names names = store.names();
    private final InstanceRules rules =
            new InstanceRules(names, store.mentions(), (owner, event) -> event.about(owner), findings);

    @AfterEach
    void stop() {
        store.close();
    }

    @Tag("promise:imported-once")
    @Test
    void anOrderThatWasClaimedAndNeverWrittenIsBoughtUnderTheClaimersId() {
        names.claimAll(Map.of(NAME, "old-1")).block();

        var purchase = Instances.fact("p", 0, Instances.PURCHASE).about(names.derived(NAME));
        var claimed = rules.claim(purchase).block();

        assertThat(claimed).isEqualTo(purchase.about("old-1"));
        assertThat(names.known(names.derived(NAME)).block()).isEqualTo("old-1");
    }

    @Test
    void whoeverClaimsFirstKeepsAName() {
        names.claimAll(Map.of(NAME, "old-1")).block();
        names.claimAll(Map.of(NAME, "old-2")).block();

        assertThat(names.claim(NAME, "old-3").block()).isEqualTo("old-1");
        assertThat(names.owner(NAME).block()).isEqualTo("old-1");
        assertThat(names.owners(List.of(NAME)).block()).isEqualTo(Map.of(NAME, "old-1"));
    }

    @Test
    void anIdThatFollowsFromItsOwnOrderIsNoOtherName() {
        var derived = names.derived(NAME);

        names.know(Map.of(NAME, derived)).block();

        assertThat(names.known(derived).blockOptional()).isEmpty();
    }

    @Test
    void aFactUnderAnotherNameMovesToItsOwnerAndAPreviewWritesNothing() {
        names.know(Map.of(NAME, "old-1")).block();
        var freeze = Instances.fact("f", 1, new InstanceFrozen()).about(names.derived(NAME));

        assertThat(rules.otherName(freeze.subject()).block()).isEqualTo("old-1");
        assertThat(findings.subjects(InstanceFinding.ANSWERS_TO_TWO_IDS)
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(rules.elsewhere(freeze).block()).isEqualTo(freeze.about("old-1"));
        assertThat(findings.subjects(InstanceFinding.ANSWERS_TO_TWO_IDS)
                        .collectList()
                        .block())
                .containsExactly("old-1");
        assertThat(rules.elsewhere(freeze.about("nobody")).blockOptional()).isEmpty();
    }

    /** A product that moved from one edition to the other, and a buyer who looks at an old order (saas-v1 §1.5). */
    @Tag("promise:one-order-one-instance")
    @ParameterizedTest
    @CsvSource({
        "CS7,,           CS7-000001, ",
        "CS7, CS7-000001, ,          ",
        "CS7,,           CS7-000001, P1",
        "CS7, CS7-000001, ,          P1",
    })
    void anOrderIsTheSameInEitherEdition(
            String id, @Nullable String line, @Nullable String otherLine, @Nullable String product) {
        var first = purchase("first", new OrderKey(id, line, product));
        var second = purchase("second", new OrderKey(id, otherLine, product));

        assertThat(rules.claim(first).block()).isEqualTo(first);
        assertThat(rules.claim(second).block()).isEqualTo(second.about("first"));
        assertThat(names.known("second").block()).isEqualTo("first");
    }

    @Test
    void aFurtherLineIsAnotherOrderToV2AlthoughV1HasNoNameForIt() {
        rules.claim(purchase("first", new OrderKey("CS7", "CS7-000001", null))).block();
        var further = purchase("further", new OrderKey("CS7", "CS7-000002", null));

        assertThat(rules.claim(further).block()).isEqualTo(further);
    }

    /** Whichever order is learned first has V1's one name, and V1's calls must not make two lines one. */
    @Tag("promise:one-order-one-instance")
    @ParameterizedTest
    @CsvSource({"CS7-000001, CS7-000002", "CS7-000002, CS7-000001"})
    void twoLinesOfOneProductStayTwoInstancesAndV1MeansTheOneThatWasLearnedFirst(String first, String second) {
        buy(first);
        learn(first);
        var byV1 = purchase("v1", new OrderKey("CS7", null, "P1"));
        assertThat(rules.claim(byV1).block()).isEqualTo(byV1.about(first));
        assertThat(owner(new OrderKey("CS7", second, "P1"))).isEqualTo("nobody");
        buy(second);
        var byProduct = purchase(second, new OrderKey("CS7", second, "P1"));
        assertThat(rules.claim(byProduct).block()).isEqualTo(byProduct);
        learn(second);

        assertThat(List.of(first, second)).allSatisfy(line -> {
            assertThat(owner(new OrderKey("CS7", line, null))).isEqualTo(line);
            assertThat(owner(new OrderKey("CS7", line, "P1"))).isEqualTo(line);
        });
        assertThat(owner(new OrderKey("CS7", null, "P1"))).isEqualTo(first);
        assertThat(names.known("v1").block()).isEqualTo(first);
    }

    /** A row that names its line shares the bare order with V1. */
    @Tag("promise:one-order-one-instance")
    @Test
    void theFirstLineIsNotWhatAnImportedInstanceOfTheSecondOneIs() {
        names.claimAll(Map.of(new Name(InstanceKind.SAAS, new OrderKey("CS7", null, null)), "old-2"))
                .block();

        rules.claim(purchase("v1", new OrderKey("CS7", null, null))).block();

        assertThat(owner(new OrderKey("CS7", "CS7-000001", null))).isEqualTo("nobody");
    }

    /** As V2 calls a line. */
    private void buy(String line) {
        rules.claim(purchase(line, new OrderKey("CS7", line, null))).block();
    }

    private void learn(String line) {
        names.claimAll(Instances.asked(new OrderKey("CS7", line, null)).namesByProduct(BY_USE).stream()
                        .collect(toMap(name -> new Name(InstanceKind.SAAS, name), _ -> line)))
                .block();
    }

    private @Nullable String owner(OrderKey order) {
        var located = rules.locate(purchase("nobody", order)).block();
        return located == null ? null : located.subject();
    }

    private static Event<InstanceFact> purchase(String instanceId, OrderKey order) {
        return Instances.fact("p", 0, new InstancePurchased(InstanceKind.SAAS, order))
                .about(instanceId);
    }
}
