package io.koobridge.provisioning.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.TestDatabase;
import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.ledger.Names.Name;
import io.koobridge.provisioning.web.imports.ImportClaims.Claim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a row has, and what it leaves to a buyer who is faster. */
class ImportClaimsTest {

    private static final Name V1 = new Name(InstanceKind.SAAS, new OrderKey("CS1", null, null));
    private static final Name V2 = new Name(InstanceKind.SAAS, new OrderKey("CS1", "CS1-000001", null));
    private static final Name RENEWAL = new Name(InstanceKind.SAAS, new OrderKey("CS2", null, null));

    private final TestDatabase store = new TestDatabase(ImportClaimsTest.class);
    private final Names names = store.names();
    private final ImportClaims claims = new ImportClaims(names);

    @AfterEach
    void stop() {
        store.close();
    }

    @Tag("promise:imported-once")
    @Test
    void aRowHasEveryNameOfItsOrdersAndAnswersToTheIdsThatFollow() {
        assertThat(claims.take(List.of(claim(true))).block()).isEmpty();

        assertThat(owners().values()).hasSize(8).containsOnly("old-1");
        assertThat(List.of(V1, V2, RENEWAL))
                .allSatisfy(name ->
                        assertThat(names.known(names.derived(name)).block()).isEqualTo("old-1"));
    }

    @Tag("promise:imported-once")
    @Test
    void aRowWhoseOrderIsBoughtInThatMomentLeavesTheBuyerEveryNameOfItAndClaimsNoOther() {
        var late = claim(true);
        names.claimAll(Map.of(V2, "kb-buyer")).block();

        assertThat(claims.take(List.of(late)).block())
                .isEqualTo(
                        Map.of("old-1", "orderId: order CS1 was bought a moment ago and belongs to instance kb-buyer"));

        assertThat(owners().values()).hasSize(4).containsOnly("kb-buyer");
        assertThat(owners()).containsKeys(V1, V2).doesNotContainKey(RENEWAL);
        assertThat(List.of(V1, V2, RENEWAL))
                .allSatisfy(name -> assertThat(names.known(names.derived(name)).blockOptional())
                        .isEmpty());
    }

    @Test
    void anInstanceThatIsThereKeepsWhatItHas() {
        names.claimAll(Map.of(V1, "old-1")).block();
        var late = new Claim(
                row(),
                false,
                claim(false).missing().stream().filter(name -> !name.equals(V1)).collect(Collectors.toSet()));
        names.claimAll(Map.of(V2, "kb-buyer")).block();

        assertThat(claims.take(List.of(late)).block()).containsOnlyKeys("old-1");

        assertThat(owners())
                .containsEntry(V1, "old-1")
                .containsEntry(V2, "kb-buyer")
                .doesNotContainKey(RENEWAL);
    }

    @Test
    void aRowWhoseRenewalSomebodyBoughtKeepsItsOwnOrder() {
        var late = claim(true);
        names.claimAll(Map.of(RENEWAL, "kb-buyer")).block();

        assertThat(claims.take(List.of(late)).block())
                .hasEntrySatisfying("old-1", why -> assertThat(why).startsWith("otherOrders: order CS2"));

        assertThat(owners()).containsEntry(V1, "old-1").containsEntry(RENEWAL, "kb-buyer");
    }

    @Test
    void whatACrashLeftUnwrittenIsWrittenByTheSameRowAgain() {
        names.claimAll(ImportPlan.names(row()).collect(Collectors.toMap(name -> name, _ -> "old-1")))
                .block();

        assertThat(claims.take(List.of(new Claim(row(), true, Set.of()))).block())
                .isEmpty();

        assertThat(names.known(names.derived(V2)).block()).isEqualTo("old-1");
    }

    private Map<Name, String> owners() {
        return names.owners(ImportPlan.names(row()).toList()).blockOptional().orElseThrow();
    }

    private static Claim claim(boolean anew) {
        return new Claim(row(), anew, ImportPlan.names(row()).collect(Collectors.toSet()));
    }

    private static ImportRow row() {
        var text = """
                {"instanceId": "old-1", "orderId": "CS1", "otherOrders": ["CS2"], "productId": "A",
                 "frontEndUrl": "https://old.example.com/"}""";
        return switch (RowReader.read(Json.mapper().readTree(text))) {
            case RowReader.Read.Row(var row) -> row;
            case RowReader.Read.Faulty(var id, var why) -> throw new AssertionError(id + ": " + why);
        };
    }
}
