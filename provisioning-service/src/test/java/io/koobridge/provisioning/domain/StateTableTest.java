package io.koobridge.provisioning.domain;

import static io.koobridge.events.Reason.PROVISIONING_FAILED;
import static io.koobridge.events.Reason.RELEASED;
import static io.koobridge.events.Reason.UNKNOWN_INSTANCE;
import static io.koobridge.provisioning.Instances.LEARNED;
import static io.koobridge.provisioning.Instances.PURCHASE;
import static io.koobridge.provisioning.Instances.RENEWAL;
import static io.koobridge.provisioning.Instances.UPGRADE;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.provisioning.Instances;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the state table (saas-v2 §2), for every fact. All are new, and as new as can be. */
class StateTableTest {

    private static final InstanceFact FREEZE = new InstanceFrozen();
    private static final InstanceFact UNFREEZE = new InstanceUnfrozen();
    private static final InstanceFact RELEASE = new InstanceReleased(null);

    /** As V1 renews: it has no call for thawing, and tells what was bought (saas-v1 §3.2). */
    private static final InstanceFact THAW = new TermChanged(
            TermChange.RENEWAL, Instances.RENEWAL_ORDER, null, Instances.RENEWED, true, Instances.BOUGHT);

    /** Where an instance stands before the fact. */
    private record Row(String name, @Nullable Instance instance) {
        static final Row UNKNOWN = new Row("UNKNOWN", null);
        static final Row ORDERED = new Row("ORDERED", Instances.ordered());
        static final Row LEARNED = new Row("LEARNED", Instances.learned());
        static final Row ACTIVE = new Row("ACTIVE", Instances.active());
        static final Row FROZEN = new Row("FROZEN", Instances.frozen());
        static final Row FAILED = new Row("FAILED", Instances.failed());
        static final Row RELEASED = new Row("RELEASED", Instances.released());
    }

    /** What becomes of it: the phase that it is in then, and by how much its generation rose. */
    private sealed interface Cell {
        record Becomes(Phase phase, long raisedBy) implements Cell {}

        record Stays() implements Cell {}

        record Not(Reason reason) implements Cell {}
    }

    private static final Cell STAYS = new Cell.Stays();

    private record Case(Row row, InstanceFact fact, Cell cell) {
        @Override
        public String toString() {
            return "%s × %s".formatted(row.name(), fact.getClass().getSimpleName());
        }
    }

    static Stream<Case> cells() {
        return Stream.of(
                new Case(Row.UNKNOWN, PURCHASE, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.ORDERED, PURCHASE, STAYS),
                new Case(Row.LEARNED, PURCHASE, STAYS),
                new Case(Row.ACTIVE, PURCHASE, STAYS),
                new Case(Row.FROZEN, PURCHASE, STAYS),
                new Case(Row.FAILED, PURCHASE, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.RELEASED, PURCHASE, STAYS),
                new Case(Row.UNKNOWN, FREEZE, not(UNKNOWN_INSTANCE)),
                new Case(Row.ORDERED, FREEZE, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.LEARNED, FREEZE, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.ACTIVE, FREEZE, becomes(Phase.FROZEN, 1)),
                new Case(Row.FROZEN, FREEZE, becomes(Phase.FROZEN, 0)),
                new Case(Row.FAILED, FREEZE, not(PROVISIONING_FAILED)),
                new Case(Row.RELEASED, FREEZE, not(RELEASED)),
                new Case(Row.UNKNOWN, UNFREEZE, not(UNKNOWN_INSTANCE)),
                new Case(Row.ORDERED, UNFREEZE, becomes(Phase.PROVISIONING, 0)),
                new Case(Row.LEARNED, UNFREEZE, becomes(Phase.PROVISIONING, 0)),
                new Case(Row.ACTIVE, UNFREEZE, becomes(Phase.ACTIVE, 0)),
                new Case(Row.FROZEN, UNFREEZE, becomes(Phase.ACTIVE, 1)),
                new Case(Row.FAILED, UNFREEZE, not(PROVISIONING_FAILED)),
                new Case(Row.RELEASED, UNFREEZE, not(RELEASED)),
                new Case(Row.UNKNOWN, RELEASE, not(UNKNOWN_INSTANCE)),
                new Case(Row.ORDERED, RELEASE, becomes(Phase.RELEASED, 1)),
                new Case(Row.LEARNED, RELEASE, becomes(Phase.RELEASED, 1)),
                new Case(Row.ACTIVE, RELEASE, becomes(Phase.RELEASED, 1)),
                new Case(Row.FROZEN, RELEASE, becomes(Phase.RELEASED, 1)),
                new Case(Row.FAILED, RELEASE, becomes(Phase.RELEASED, 1)),
                new Case(Row.RELEASED, RELEASE, STAYS),
                new Case(Row.UNKNOWN, LEARNED, not(UNKNOWN_INSTANCE)),
                new Case(Row.ORDERED, LEARNED, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.LEARNED, LEARNED, becomes(Phase.PROVISIONING, 0)),
                new Case(Row.ACTIVE, LEARNED, becomes(Phase.ACTIVE, 0)),
                new Case(Row.FROZEN, LEARNED, becomes(Phase.FROZEN, 0)),
                new Case(Row.FAILED, LEARNED, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.RELEASED, LEARNED, STAYS),
                new Case(Row.UNKNOWN, RENEWAL, not(UNKNOWN_INSTANCE)),
                new Case(Row.ORDERED, RENEWAL, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.LEARNED, RENEWAL, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.ACTIVE, RENEWAL, becomes(Phase.ACTIVE, 1)),
                new Case(Row.FROZEN, RENEWAL, becomes(Phase.FROZEN, 1)),
                new Case(Row.FAILED, RENEWAL, not(PROVISIONING_FAILED)),
                new Case(Row.RELEASED, RENEWAL, not(RELEASED)),
                new Case(Row.UNKNOWN, THAW, not(UNKNOWN_INSTANCE)),
                new Case(Row.ORDERED, THAW, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.LEARNED, THAW, becomes(Phase.PROVISIONING, 1)),
                new Case(Row.ACTIVE, THAW, becomes(Phase.ACTIVE, 1)),
                new Case(Row.FROZEN, THAW, becomes(Phase.ACTIVE, 1)),
                new Case(Row.FAILED, THAW, not(PROVISIONING_FAILED)),
                new Case(Row.RELEASED, THAW, not(RELEASED)),
                new Case(Row.UNKNOWN, UPGRADE, not(UNKNOWN_INSTANCE)),
                new Case(Row.ORDERED, UPGRADE, becomes(Phase.PROVISIONING, 0)),
                new Case(Row.LEARNED, UPGRADE, becomes(Phase.PROVISIONING, 0)),
                new Case(Row.ACTIVE, UPGRADE, becomes(Phase.ACTIVE, 0)),
                new Case(Row.FROZEN, UPGRADE, becomes(Phase.FROZEN, 0)),
                new Case(Row.FAILED, UPGRADE, not(PROVISIONING_FAILED)),
                new Case(Row.RELEASED, UPGRADE, not(RELEASED)));
    }

    @Tag("promise:states-are-drawn")
    @ParameterizedTest
    @MethodSource("cells")
    void whatAFactMakesOfAnInstance(Case the) {
        var before = the.row().instance();

        var outcome = Decisions.decide(before, fact("a-new-fact", 60, the.fact()));

        switch (the.cell()) {
            case Cell.Not(var reason) -> assertThat(outcome).isEqualTo(new Refused<Instance>(reason));
            case Cell.Stays _ -> assertThat(outcome).isEqualTo(new Unchanged<Instance>());
            case Cell.Becomes(var phase, var raisedBy) -> {
                var next = applied(outcome);
                assertThat(next.phase()).isEqualTo(phase);
                assertThat(next.generation() - (before == null ? 0 : before.generation()))
                        .as("generation")
                        .isEqualTo(raisedBy);
                assertThat(next.remembers("a-new-fact")).isEqualTo(remembered(the));
                assertThat(next.status().failure()).isNull();
            }
        }
    }

    /** A licence is frozen, renewed and released like everything else that is sold; only nobody makes it. */
    @ParameterizedTest
    @MethodSource("cells")
    void aLicenceTakesTheSameWay(Case the) {
        var before = the.row().instance();

        var outcome = Decisions.decide(
                before == null ? null : Instances.asLicense(before),
                fact("a-new-fact", 60, Instances.asLicense(the.fact())));

        var expected = Decisions.decide(before, fact("a-new-fact", 60, the.fact()));
        assertThat(outcome)
                .isEqualTo(
                        expected instanceof Applied<Instance>(var next)
                                ? new Applied<>(Instances.asLicense(next))
                                : expected);
    }

    private static Instance applied(Outcome<Instance> outcome) {
        assertThat(outcome).isInstanceOf(Applied.class);
        return ((Applied<Instance>) outcome).state();
    }

    /** What was only learned need not be remembered, and a repeated purchase is remembered already. */
    private static boolean remembered(Case the) {
        return !the.fact().equals(LEARNED)
                && !(the.fact().equals(PURCHASE) && the.row().equals(Row.FAILED));
    }

    private static Cell becomes(Phase phase, long raisedBy) {
        return new Cell.Becomes(phase, raisedBy);
    }

    private static Cell not(Reason reason) {
        return new Cell.Not(reason);
    }
}
