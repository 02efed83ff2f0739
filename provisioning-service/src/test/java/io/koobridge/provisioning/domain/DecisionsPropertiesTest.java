package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.ACCESS;
import static io.koobridge.provisioning.Instances.FAILURE;
import static io.koobridge.provisioning.Instances.PURCHASE;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** What holds for every instance and every fact. */
class DecisionsPropertiesTest {

    private static final InstanceFact PURCHASE_OF_V1 =
            new InstancePurchased(InstanceKind.SAAS, Instances.ORDER, Instances.BOUGHT, AccessForm.ENCRYPTED);

    /** Something that happens to an instance: a fact, or what a reconcile saw. */
    private sealed interface Happening {
        record Told(Event<InstanceFact> fact) implements Happening {}

        record MadeReal() implements Happening {}

        record RefusedForGood() implements Happening {}

        record AskedAgain() implements Happening {}

        record OrderKnown(OrderDetails details) implements Happening {}
    }

    private record Wanted(
            WantedState state,
            @Nullable OrderDetails bought,
            @Nullable Instant expiry) {
        static Wanted of(Instance instance) {
            var spec = instance.spec();
            return new Wanted(
                    spec.wanted().value(),
                    spec.bought() == null ? null : spec.bought().value(),
                    spec.expiry() == null ? null : spec.expiry().value());
        }
    }

    @Property
    void everyFactHasAnOutcomeForEveryInstance(
            @ForAll("lives") List<Happening> life, @ForAll("facts") Event<InstanceFact> fact) {
        assertThat(Decisions.decide(live(life), fact)).isNotNull();
        assertThat(Decisions.decide(null, fact)).isNotNull();
    }

    /** A licence takes the way of everything else that is sold, whatever happened to it before. */
    @Property
    void whatAFactDoesDoesNotDependOnTheKind(
            @ForAll("lives") List<Happening> life, @ForAll("facts") Event<InstanceFact> fact) {
        var before = live(life);

        var outcome = Decisions.decide(Instances.asLicense(before), fact.map(Instances::asLicense));

        var expected = Decisions.decide(before, fact);
        assertThat(outcome)
                .isEqualTo(
                        expected instanceof Applied<Instance>(var next)
                                ? new Applied<>(Instances.asLicense(next))
                                : expected);
    }

    @Tag("promise:repeats-change-nothing")
    @Property
    void aFactThatWasAppliedIsUnchangedWhenItComesAgain(
            @ForAll("lives") List<Happening> life, @ForAll("facts") Event<InstanceFact> fact) {
        if (Decisions.decide(live(life), fact) instanceof Applied<Instance>(var next)) {
            assertThat(Decisions.decide(next, fact)).isEqualTo(new Unchanged<Instance>());
        }
    }

    @Tag("promise:whole-state")
    @Property
    void theGenerationRisesWhenTheWishChangesOrIsMadeAnewAfterARefusalAndOnlyThen(
            @ForAll("lives") List<Happening> life, @ForAll("facts") Event<InstanceFact> fact) {
        var before = live(life);
        if (Decisions.decide(before, fact) instanceof Applied<Instance>(var next)) {
            var changed = !Wanted.of(before).equals(Wanted.of(next));
            var madeAnew = before.status().failure() != null;
            assertThat(next.generation() - before.generation()).isEqualTo(changed || madeAnew ? 1 : 0);
        }
    }

    @Tag("promise:refusals-can-be-retried")
    @Property
    void whatIsRefusedIsNeverForgottenWithoutBeingTriedAgain(
            @ForAll("lives") List<Happening> life, @ForAll("facts") Event<InstanceFact> fact) {
        if (Decisions.decide(live(life), fact) instanceof Applied<Instance>(var next) && next.reconciled()) {
            assertThat(next.status().observed()).isEqualTo(next.spec().wanted().value());
        }
    }

    @Tag("promise:release-is-final")
    @Property
    void releasedIsFinal(@ForAll("lives") List<Happening> life, @ForAll("lives") List<Happening> afterlife) {
        var released = live(life);
        if (released.phase() == Phase.RELEASED) {
            assertThat(live(released, afterlife).phase()).isEqualTo(Phase.RELEASED);
        }
    }

    @Tag("promise:later-wins")
    @Property
    void partsNeverGrowOlder(@ForAll("lives") List<Happening> life, @ForAll("facts") Event<InstanceFact> fact) {
        var before = live(life);
        if (Decisions.decide(before, fact) instanceof Applied<Instance>(var next)) {
            assertThat(next.spec().wanted().asOf())
                    .isAfterOrEqualTo(before.spec().wanted().asOf());
            assertThat(asOf(next.spec().expiry()))
                    .isAfterOrEqualTo(asOf(before.spec().expiry()));
            assertThat(asOf(next.spec().bought()))
                    .isAfterOrEqualTo(asOf(before.spec().bought()));
        }
    }

    private static Instant asOf(@Nullable Part<?> part) {
        return part == null ? Instant.MIN : part.asOf();
    }

    /** V1 has no order query in its conversation: its calls tell all (saas-v1 §3). */
    @Tag("promise:calls-are-heard")
    @Property
    void nobodyIsAskedAboutWhatCallsTold(@ForAll("logsOfV1") List<Event<InstanceFact>> log) {
        var end = Objects.requireNonNull(told(null, log), "the log begins with a purchase");

        assertThat(end.spec().lookUps()).isEmpty();
        assertThat(Instances.bought(end).chargingMode()).isEqualTo(ChargingMode.PERIOD);
        assertThat(Instances.bought(end).buyer()).isEqualTo(Instances.BOUGHT.buyer());
        assertThat(Objects.requireNonNull(Instances.bought(end).product()).skuCode())
                .isNotNull();
    }

    /** V1 has no call for thawing, so a renewal that is in time leaves nothing frozen (saas-v1 §3.2). */
    @Property
    void aRenewalOfV1LeavesNothingFrozenThatWasFrozenBefore(
            @ForAll("logsOfV1") List<Event<InstanceFact>> log, @ForAll("toldTerms") TermChanged term) {
        var before = Objects.requireNonNull(told(null, log));
        var next = Decisions.decide(before, fact("renewal", 1_000_000, term));

        if (before.phase() != Phase.RELEASED) {
            assertThat(next).isInstanceOfSatisfying(Applied.class, applied -> assertThat(
                            ((Instance) applied.state()).spec().wanted().value())
                    .isEqualTo(WantedState.ACTIVE));
        } else {
            assertThat(next).isEqualTo(new Outcome.Refused<Instance>(Reason.RELEASED));
        }
    }

    /** A cancelled renewal takes back the time and not what is sold (saas-v1 §3.2). */
    @Property
    void aCancelledRenewalMovesTheEndAndLeavesTheProduct(
            @ForAll("logsOfV1") List<Event<InstanceFact>> log, @ForAll("toldTerms") TermChanged term) {
        var before = Objects.requireNonNull(told(null, log));
        var cancelled = new TermChanged(
                TermChange.UNSUBSCRIBE_RENEWAL_PERIOD,
                term.order(),
                term.productId(),
                Instances.ORDERED,
                true,
                term.bought());

        if (Decisions.decide(before, fact("cancelled", 1_000_000, cancelled)) instanceof Applied<Instance>(var next)) {
            assertThat(Instances.expiry(next)).isEqualTo(Instances.ORDERED);
            assertThat(Instances.bought(next).product())
                    .isEqualTo(Instances.bought(before).product());
        }
    }

    /** Whatever is told, nothing of an instance grows without bound. */
    @Tag("promise:memory-is-bounded")
    @Property
    void anInstanceStaysSmall(@ForAll("logs") List<Event<InstanceFact>> log) {
        var end = Objects.requireNonNull(told(null, log), "the log begins with a purchase");
        assertThat(end.spec().lookUps()).hasSizeLessThanOrEqualTo(16);
        assertThat(end.paid().orders()).hasSizeBetween(1, 16);
        assertThat(end.memory().calls()).hasSizeLessThanOrEqualTo(16);
        assertThat(end.memory().orders()).hasSizeLessThanOrEqualTo(64);
        assertThat(Optional.ofNullable(end.spec().bought())
                        .map(Part::value)
                        .map(OrderDetails::particulars)
                        .map(told -> told.extension().size())
                        .orElse(0))
                .isLessThanOrEqualTo(128);
    }

    /** Restore is "restore the store, replay": from wherever, what was applied already does no harm (design §4). */
    @Tag("promise:restored-by-replay")
    @Property
    void replayingFromAnyEarlierPlaceEndsInTheSameState(
            @ForAll("logs") List<Event<InstanceFact>> log, @ForAll int one, @ForAll int other) {
        var stoppedAt = Math.floorMod(one, log.size() + 1);
        var replayedFrom = Math.floorMod(other, stoppedAt + 1);

        var restored = told(told(null, log.subList(0, stoppedAt)), log.subList(replayedFrom, log.size()));

        assertThat(restored).isEqualTo(told(null, log));
    }

    @Tag("promise:restored-by-replay")
    @Property
    void replayingTheWholeLogDoesNoHarm(@ForAll("logs") List<Event<InstanceFact>> log) {
        var end = told(null, log);

        assertThat(told(end, log)).isEqualTo(end);
    }

    @Provide
    Arbitrary<Event<InstanceFact>> facts() {
        return Combinators.combine(data(), Arbitraries.longs().between(-30, 120), Arbitraries.integers())
                .as((data, seconds, id) -> fact("fact-" + id, seconds, data));
    }

    @Provide
    Arbitrary<List<Happening>> lives() {
        Arbitrary<Happening> happenings = Arbitraries.frequencyOf(
                Tuple.of(4, facts().map(Happening.Told::new)),
                Tuple.of(3, Arbitraries.just(new Happening.MadeReal())),
                Tuple.of(2, details().map(Happening.OrderKnown::new)),
                Tuple.of(1, Arbitraries.just(new Happening.RefusedForGood())),
                Tuple.of(1, Arbitraries.just(new Happening.AskedAgain())));
        return happenings.list().ofMaxSize(12);
    }

    /** Short ones whose facts lie close together or in any order, and long ones whose facts lie further apart. */
    @Provide
    Arbitrary<List<Event<InstanceFact>>> logs() {
        var dense = log(Arbitraries.longs().between(-7, 7), 15);
        var sparse = log(Arbitraries.longs().between(6, 60), 40);
        return Arbitraries.oneOf(dense, sparse);
    }

    /** As V1 has them: every call tells what it changes. */
    @Provide
    Arbitrary<List<Event<InstanceFact>>> logsOfV1() {
        Arbitrary<InstanceFact> calls = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(PURCHASE_OF_V1)),
                Tuple.of(3, Arbitraries.just(new InstanceFrozen())),
                Tuple.of(2, Arbitraries.just(new InstanceUnfrozen())),
                Tuple.of(1, Arbitraries.just(new InstanceReleased(null))),
                Tuple.of(4, toldTerms()),
                Tuple.of(3, toldUpgrades()));
        return log(PURCHASE_OF_V1, calls, Arbitraries.longs().between(-7, 30), 20);
    }

    private static Arbitrary<List<Event<InstanceFact>>> log(Arbitrary<Long> gaps, int longest) {
        return Arbitraries.of(PURCHASE, PURCHASE_OF_V1).flatMap(first -> log(first, data(), gaps, longest));
    }

    private static Arbitrary<List<Event<InstanceFact>>> log(
            InstanceFact first, Arbitrary<InstanceFact> data, Arbitrary<Long> gaps, int longest) {
        return Combinators.combine(data, gaps)
                .as(Step::new)
                .list()
                .ofMaxSize(longest - 1)
                .map(steps -> {
                    var log = new ArrayList<Event<InstanceFact>>();
                    log.add(fact("purchase", 0, first));
                    long seconds = 0;
                    for (var step : steps) {
                        seconds += step.gap();
                        log.add(fact("fact-" + log.size(), seconds, step.data()));
                    }
                    return log;
                });
    }

    private record Step(InstanceFact data, long gap) {}

    private static Arbitrary<InstanceFact> data() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(PURCHASE)),
                Tuple.of(6, Arbitraries.just(new InstanceFrozen())),
                Tuple.of(6, Arbitraries.just(new InstanceUnfrozen())),
                Tuple.of(1, Arbitraries.just(new InstanceReleased(null))),
                Tuple.of(3, terms()),
                Tuple.of(2, toldTerms()),
                Tuple.of(2, orders().map(UpgradeOrdered::new)),
                Tuple.of(2, toldUpgrades()),
                Tuple.of(4, Combinators.combine(orders(), details()).as(OrderLearned::new)));
    }

    private static Arbitrary<OrderKey> orders() {
        return Arbitraries.integers().between(1, 40).map(n -> new OrderKey("CS" + n, "CS%d-000001".formatted(n), null));
    }

    private static Arbitrary<InstanceFact> terms() {
        return Combinators.combine(
                        Arbitraries.of(TermChange.values()),
                        orders(),
                        Arbitraries.longs().between(0, 2),
                        Arbitraries.of(true, false))
                .as((change, order, days, thaws) ->
                        new TermChanged(change, order, null, Instances.ORDERED.plusSeconds(days * 86_400), thaws));
    }

    @Provide
    static Arbitrary<TermChanged> toldTerms() {
        return Combinators.combine(
                        Arbitraries.of(TermChange.values()),
                        orders(),
                        Arbitraries.longs().between(0, 2),
                        products().injectNull(0.5),
                        particulars().injectNull(0.3))
                .as((change, order, days, product, particulars) -> new TermChanged(
                        change,
                        order,
                        null,
                        Instances.ORDERED.plusSeconds(days * 86_400),
                        true,
                        new OrderDetails(
                                change.name(), null, product, new Period("year", 1), null, null, particulars)));
    }

    private static Arbitrary<UpgradeOrdered> toldUpgrades() {
        return Combinators.combine(orders(), products(), particulars().injectNull(0.3))
                .as((order, product, particulars) -> new UpgradeOrdered(
                        order, new OrderDetails("CHANGE", null, product, null, null, null, particulars)));
    }

    private static Arbitrary<Product> products() {
        return Combinators.combine(
                        Arbitraries.of("OFFI1", "OFFI2"),
                        Arbitraries.of("sku-1", "sku-2"),
                        Arbitraries.longs().between(1, 9).injectNull(0.3))
                .as(Product::new);
    }

    private static Arbitrary<Particulars> particulars() {
        return Arbitraries.integers()
                .between(1, 30)
                .list()
                .ofMaxSize(10)
                .map(names -> new Particulars(
                        null,
                        BigDecimal.TEN,
                        null,
                        names.stream()
                                .distinct()
                                .map(name -> new ExtensionField("f" + name, new SealedText("sealed")))
                                .toList()));
    }

    private static Arbitrary<OrderDetails> details() {
        return Combinators.combine(
                        Arbitraries.of(ChargingMode.values()),
                        Arbitraries.longs().between(0, 2).injectNull(0.3))
                .as((mode, days) -> new OrderDetails(
                        "NEW",
                        mode,
                        null,
                        null,
                        days == null ? null : Instances.ORDERED.plusSeconds(days * 86_400),
                        null));
    }

    private static @Nullable Instance told(@Nullable Instance from, List<Event<InstanceFact>> log) {
        var current = from;
        for (var fact : log) {
            current = Decisions.decide(current, fact) instanceof Applied<Instance>(var next) ? next : current;
        }
        return current;
    }

    private static Outcome<Instance> known(Instance current, OrderDetails details) {
        var asked = current.spec().lookUps();
        return asked.isEmpty()
                ? new Unchanged<>()
                : Decisions.decide(current, asked.getLast().learned(Instances.ID, details, "/test", Instances.ORDERED));
    }

    private static Instance live(List<Happening> life) {
        return live(Instances.ordered(), life);
    }

    private static Instance live(Instance from, List<Happening> life) {
        var current = from;
        for (var happening : life) {
            var outcome =
                    switch (happening) {
                        case Happening.Told(var fact) -> Decisions.decide(current, fact);
                        case Happening.OrderKnown(var details) -> known(current, details);
                        case Happening.AskedAgain _ -> Decisions.retry(current);
                        case Happening.MadeReal _ -> new Applied<>(current.madeReal(ACCESS));
                        case Happening.RefusedForGood _ -> new Applied<>(current.refused(FAILURE));
                    };
            current = outcome instanceof Applied<Instance>(var next) ? next : current;
        }
        return current;
    }
}
