package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

class ImportedTest {

    private static Imported imported(WantedState wanted) {
        return Instances.imported(wanted);
    }

    private static Instance after(@Nullable Instance current, Imported imported) {
        return Decisions.decide(current, imported) instanceof Outcome.Applied<Instance>(var next)
                ? next
                : Objects.requireNonNull(current);
    }

    @Property(tries = 3)
    void anImportedInstanceIsSettledInThePhaseThatTheRowSays(@ForAll WantedState wanted) {
        var instance = after(null, imported(wanted));

        assertThat(instance.settled()).isTrue();
        assertThat(instance.ready()).isTrue();
        assertThat(instance.phase().name()).isEqualTo(wanted.name());
        assertThat(instance.accessForm()).isEqualTo(AccessForm.ENCRYPTED);
    }

    @Test
    void theSameRowAgainChangesNothingWheneverItComes() {
        var instance = after(null, imported(WantedState.ACTIVE));

        var row = imported(WantedState.ACTIVE);
        var again = new Imported(
                row.instanceId(),
                row.kind(),
                row.order(),
                row.bought(),
                row.wanted(),
                row.access(),
                row.accessForm(),
                row.importedAt().plusSeconds(9_999));

        assertThat(Decisions.decide(instance, again)).isEqualTo(new Outcome.Unchanged<Instance>());
    }

    @Property
    void rowsInAnyOrderAndRepetitionEndAsTheLastOneSaysUnlessOneReleasedIt(@ForAll List<WantedState> rows) {
        Instance instance = null;
        for (var row : rows) {
            instance = after(instance, imported(row));
        }

        if (instance != null) {
            assertThat(instance.spec().wanted().value())
                    .isEqualTo(rows.contains(WantedState.RELEASED) ? WantedState.RELEASED : rows.getLast());
            assertThat(instance.settled()).isTrue();
        }
    }

    @Property
    void onceACallCameNoRowChangesAnything(@ForAll List<WantedState> before, @ForAll List<WantedState> later) {
        var instance = after(null, imported(WantedState.ACTIVE));
        for (var row : before) {
            instance = row == WantedState.RELEASED ? instance : after(instance, imported(row));
        }
        var called = Instances.after(instance, fact("freeze", 10, new InstanceFrozen()));

        for (var row : later) {
            assertThat(Decisions.decide(called, imported(row))).isEqualTo(new Outcome.Unchanged<Instance>());
        }
        assertThat(called.phase()).isEqualTo(Phase.FROZEN);
    }

    @Test
    void noRowBringsBackWhatIsReleasedWhetherTheMarketplaceRepeatsTheReleaseOrNot() {
        var released = after(null, imported(WantedState.RELEASED));

        assertThat(Decisions.decide(released, fact("release", 10, new InstanceReleased(null))))
                .as("so it leaves no mark")
                .isEqualTo(new Outcome.Unchanged<Instance>());
        assertThat(Decisions.decide(released, imported(WantedState.ACTIVE)))
                .isEqualTo(new Outcome.Unchanged<Instance>());
    }

    @Test
    void accessDataThatTheProductToldSinceAreNotOverruled() {
        var told =
                after(null, imported(WantedState.ACTIVE)).madeReal(new Access("https://new/", null, null, null, null));

        assertThat(Decisions.decide(told, imported(WantedState.ACTIVE))).isEqualTo(new Outcome.Unchanged<Instance>());
    }

    @Test
    void theOldestCallThereCanBeIsNewerThanTheImport() {
        var instance = after(null, imported(WantedState.ACTIVE));

        var renewed = Instances.after(instance, fact("renewal", -99_999_999, Instances.RENEWAL));

        assertThat(Instances.expiry(renewed)).isEqualTo(Instances.RENEWED);
    }

    @Test
    void aPeriodIsKnownByItsOrderAndByTheOnlyLineOfIt() {
        var orders = ImportedOrders.of(new OrderKey("CS1", null, null), ChargingMode.PERIOD, List.of("CS2"));

        assertThat(orders.own())
                .extracting(OrderKey::canonical)
                .containsExactly("CS1||", "CS1|CS1-000001|", "CS2||", "CS2|CS2-000001|");
        assertThat(orders.shared()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(value = ChargingMode.class, names = "PERIOD")
    void whatIsKnownOfItsProductIsClaimedForCallsThatNameIt(@Nullable ChargingMode mode) {
        var orders = ImportedOrders.of(new OrderKey("CS1", null, "P"), mode, List.of());

        assertThat(orders.own())
                .extracting(OrderKey::canonical)
                .containsExactly("CS1||P", "CS1|CS1-000001|P", "CS1||", "CS1|CS1-000001|");
        assertThat(orders.shared()).isEmpty();
    }

    @Test
    void payPerUseIsKnownByItsProductToo() {
        var orders = ImportedOrders.of(new OrderKey("CS1", "CS1-000002", "P"), ChargingMode.ON_DEMAND, List.of());

        assertThat(orders.own()).extracting(OrderKey::canonical).containsExactly("CS1|CS1-000002|P");
        assertThat(orders.shared())
                .extracting(OrderKey::canonical)
                .containsExactly("CS1||P", "CS1||", "CS1|CS1-000002|");
    }
}
