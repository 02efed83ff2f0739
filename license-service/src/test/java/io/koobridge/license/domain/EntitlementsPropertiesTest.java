package io.koobridge.license.domain;

import static io.koobridge.license.Licenses.ID;
import static io.koobridge.license.Licenses.ORDER;
import static io.koobridge.license.Licenses.ORDERED;
import static io.koobridge.license.Licenses.PRODUCT;
import static io.koobridge.license.Licenses.RENEWAL;
import static io.koobridge.license.Licenses.active;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.domain.Entitlement.Entitled;
import io.koobridge.license.domain.Entitlement.Refused;
import io.koobridge.license.domain.Entitlement.Repeated;
import io.koobridge.license.domain.Entitlements.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** What holds for every application and every instance. Days are counted from the purchase. */
class EntitlementsPropertiesTest {

    /** A situation in which anything may be wrong. */
    private record Situation(KnownInstance instance, Asked asked, boolean deviceBound) {

        Entitlement entitlement() {
            var terms = new ProductTerms(deviceBound, null);
            return new Entitlements(new ProductTerms.Catalog(Map.of(PRODUCT, terms))).of(asked, instance);
        }
    }

    @Tag("promise:exact-quota")
    @Property
    void whoIsEntitledIsSoByTheOrderInForceAndWithinItsTime(@ForAll("situations") Situation situation) {
        if (situation.entitlement() instanceof Entitled(var order, var quota)) {
            var snapshot = situation.instance().snapshot();
            var application = situation.asked().application();
            assertThat(snapshot.phase()).isEqualTo(Phase.ACTIVE);
            assertThat(order)
                    .isEqualTo(Objects.requireNonNull(snapshot.inForce()).order());
            assertThat(quota)
                    .isEqualTo(Objects.requireNonNull(
                                    Objects.requireNonNull(snapshot.bought()).product())
                            .quantity());
            assertThat(application.effectiveAt())
                    .isAfterOrEqualTo(snapshot.inForce().since().minus(Duration.ofDays(1)));
            if (snapshot.expiresAt() != null) {
                assertThat(situation.asked().asOf()).isBeforeOrEqualTo(snapshot.expiresAt());
                assertThat(Objects.requireNonNullElse(application.expiresAt(), application.effectiveAt()))
                        .isBeforeOrEqualTo(snapshot.expiresAt());
            }
            assertThat(situation.deviceBound() && application.fingerprint() == null)
                    .isFalse();
        }
    }

    /** Time that goes on, and a place that is taken, never turn an answer into another order's. */
    @Property
    void aRepetitionIsRefusedByAReleaseAlone(@ForAll("situations") Situation situation) {
        var again = new Asked(
                situation.asked().application(), situation.asked().asOf().plus(Duration.ofDays(999)), true);
        var answer = new Situation(situation.instance(), again, situation.deviceBound()).entitlement();

        if (situation.instance().released()) {
            assertThat(answer).isInstanceOf(Refused.class);
        } else {
            assertThat(answer).isEqualTo(new Repeated());
        }
    }

    @Property
    void theSameQuestionHasTheSameAnswer(@ForAll("situations") Situation situation) {
        assertThat(situation.entitlement()).isEqualTo(situation.entitlement());
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Combinators.combine(instances(), applications(), days(), Arbitraries.of(true, false))
                .as((instance, application, now, deviceBound) ->
                        new Situation(instance, new Asked(application, now, false), deviceBound));
    }

    private static Arbitrary<KnownInstance> instances() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just(Phase.ACTIVE)),
                                Tuple.of(3, Arbitraries.of(Phase.values()))),
                        Arbitraries.of(ChargingMode.PERIOD, ChargingMode.ONE_TIME),
                        Arbitraries.longs().between(0, 3),
                        days().injectNull(0.2),
                        Arbitraries.<OrderKey>of(ORDER, RENEWAL),
                        days())
                .as((phase, mode, quantity, end, order, since) -> new KnownInstance(active(ID)
                        .phase(phase)
                        .paid(mode, end)
                        .quantity(quantity)
                        .inForce(order, since)
                        .snapshot()));
    }

    private static Arbitrary<LicenseApplied> applications() {
        return Combinators.combine(Arbitraries.of("d1", "d2").injectNull(0.3), days(), days().injectNull(0.3))
                .as((fingerprint, start, end) -> new LicenseApplied(ID, "e1", fingerprint, start, end));
    }

    private static Arbitrary<Instant> days() {
        return Arbitraries.integers().between(0, 6).map(day -> ORDERED.plus(Duration.ofDays(day)));
    }
}
