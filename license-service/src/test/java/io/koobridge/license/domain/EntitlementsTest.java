package io.koobridge.license.domain;

import static io.koobridge.license.Licenses.EXPIRY;
import static io.koobridge.license.Licenses.ID;
import static io.koobridge.license.Licenses.ORDER;
import static io.koobridge.license.Licenses.ORDERED;
import static io.koobridge.license.Licenses.PRODUCT;
import static io.koobridge.license.Licenses.RENEWAL;
import static io.koobridge.license.Licenses.active;
import static io.koobridge.license.Licenses.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Reason;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.domain.Entitlement.Entitled;
import io.koobridge.license.domain.Entitlement.NotYet;
import io.koobridge.license.domain.Entitlement.Refused;
import io.koobridge.license.domain.Entitlement.Repeated;
import io.koobridge.license.domain.Entitlements.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitlementsTest {

    private static final Instant NOW = after(Duration.ofDays(30));
    private static final Entitlement TEN = new Entitled(ORDER, 10);

    private final Entitlements usual = new Entitlements(new ProductTerms.Catalog(Map.of()));
    private final Entitlements deviceBound = settled(new ProductTerms(true, null));

    private static Entitlements settled(ProductTerms terms) {
        return new Entitlements(new ProductTerms.Catalog(Map.of(PRODUCT, terms)));
    }

    private static KnownInstance known(InstanceSnapshot snapshot) {
        return new KnownInstance(snapshot);
    }

    private static Asked asked(Instant start, @Nullable Instant end) {
        return asked(ID, "device-1", start, end);
    }

    private static Asked asked(String instance, @Nullable String fingerprint, Instant start, @Nullable Instant end) {
        return new Asked(new LicenseApplied(instance, "e1", fingerprint, start, end), NOW, false);
    }

    private static Asked again(Asked asked) {
        return new Asked(asked.application(), asked.asOf(), true);
    }

    private Entitlement of(Asked asked, @Nullable InstanceSnapshot instance) {
        return usual.of(asked, instance == null ? null : known(instance));
    }

    private static Entitlement refused(Reason reason) {
        return new Refused(reason);
    }

    @Test
    void aLicenceWithinWhatWasPaidIsDue() {
        assertThat(of(asked(ORDERED, EXPIRY), active(ID).snapshot())).isEqualTo(TEN);
    }

    @Test
    void anIdOfTheSuitesOwnMayBeKnownLaterAndAnotherNever() {
        assertThat(of(asked(ORDERED, EXPIRY), null)).isEqualTo(new NotYet());
        assertThat(of(asked("never-heard-of", "d", ORDERED, EXPIRY), null)).isEqualTo(refused(Reason.UNKNOWN_INSTANCE));
    }

    @Test
    void whatIsReleasedGetsNoneAlsoWhenItHadAPlace() {
        var released = active(ID).phase(Phase.RELEASED).snapshot();

        assertThat(of(asked(ORDERED, EXPIRY), released)).isEqualTo(refused(Reason.RELEASED));
        assertThat(of(again(asked(ORDERED, EXPIRY)), released)).isEqualTo(refused(Reason.RELEASED));
    }

    @Test
    void whoHasItsPlaceKeepsItWhateverBecameOfTheInstance() {
        var frozen = active(ID)
                .phase(Phase.FROZEN)
                .paid(ChargingMode.PERIOD, ORDERED)
                .quantity(0L);

        assertThat(of(again(asked(ORDERED, null)), frozen.snapshot())).isEqualTo(new Repeated());
        assertThat(deviceBound.of(again(asked(ID, null, ORDERED, null)), known(frozen.snapshot())))
                .isEqualTo(new Repeated());
    }

    @Test
    void untilTheOrderIsLearnedNobodyKnows() {
        assertThat(of(asked(ORDERED, EXPIRY), active(ID).withoutOrder())).isEqualTo(new NotYet());
        assertThat(of(
                        asked(ORDERED, EXPIRY),
                        active(ID).phase(Phase.PROVISIONING).snapshot()))
                .isEqualTo(new NotYet());
    }

    /** It may sell more or fewer than the order before it, so neither is handed out nor refused by that one (license §3.5). */
    @Test
    void theQuantityOfTheOrderBeforeIsNotThatOfTheOrderInForce() {
        var renewed = active(ID).inForce(RENEWAL, ORDERED);

        assertThat(of(asked(ORDERED, EXPIRY), renewed.sold(null))).isEqualTo(new NotYet());
        assertThat(of(asked(ORDERED, EXPIRY), renewed.sold(2L))).isEqualTo(new Entitled(RENEWAL, 2));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void aProductThatIsBoundToADeviceNeedsOne(@Nullable String none) {
        var asked = asked(ID, none, ORDERED, null);

        assertThat(deviceBound.of(asked, known(active(ID).snapshot()))).isEqualTo(refused(Reason.FINGERPRINT_MISSING));
        assertThat(usual.of(asked(ID, none, ORDERED, EXPIRY), known(active(ID).snapshot())))
                .isEqualTo(TEN);
        assertThat(deviceBound.of(
                        asked(ID, " ", ORDERED, EXPIRY), known(active(ID).snapshot())))
                .as("opaque: compared exactly, never trimmed")
                .isEqualTo(TEN);
    }

    @Test
    void whatIsPaidByThePeriodNeedsAnEnd() {
        assertThat(of(asked(ORDERED, null), active(ID).snapshot())).isEqualTo(refused(Reason.EXPIRY_MISSING));
        assertThat(of(asked(ORDERED, null), active(ID).paid(null, EXPIRY).snapshot()))
                .as("nobody told how it is paid, but until when")
                .isEqualTo(refused(Reason.EXPIRY_MISSING));
        assertThat(of(
                        asked(ORDERED, null),
                        active(ID).paid(ChargingMode.ONE_TIME, null).snapshot()))
                .isEqualTo(TEN);
        assertThat(of(asked(ORDERED, null), active(ID).paid(null, null).snapshot()))
                .isEqualTo(TEN);
    }

    @Test
    void theEndIsExact() {
        assertThat(of(asked(ORDERED, EXPIRY.plusMillis(1)), active(ID).snapshot()))
                .isEqualTo(refused(Reason.OUTSIDE_TERM));
        assertThat(of(asked(EXPIRY.minusSeconds(1), EXPIRY), active(ID).snapshot()))
                .isEqualTo(TEN);
    }

    @Test
    void theStartMayBeADayBeforeTheOrderInForce() {
        var dayBefore = ORDERED.minus(Duration.ofDays(1));
        var renewed = active(ID).inForce(RENEWAL, NOW);

        assertThat(of(asked(dayBefore, EXPIRY), active(ID).snapshot())).isEqualTo(TEN);
        assertThat(of(asked(dayBefore.minusMillis(1), EXPIRY), active(ID).snapshot()))
                .isEqualTo(refused(Reason.OUTSIDE_TERM));
        assertThat(of(asked(ORDERED, EXPIRY), renewed.snapshot())).isEqualTo(refused(Reason.OUTSIDE_TERM));
        assertThat(of(asked(NOW, EXPIRY), renewed.snapshot())).isEqualTo(new Entitled(RENEWAL, 10));
    }

    @Test
    void anImportedInstanceIsPaidSinceEver() {
        var imported = active(ID).inForce(ORDER, Instant.EPOCH).snapshot();

        assertThat(of(asked(ORDERED.minus(Duration.ofDays(900)), EXPIRY), imported))
                .isEqualTo(TEN);
    }

    @Test
    void aTimeThatIsNoneIsOutside() {
        assertThat(of(asked(EXPIRY, EXPIRY), active(ID).snapshot())).isEqualTo(refused(Reason.OUTSIDE_TERM));
        assertThat(of(asked(EXPIRY, ORDERED), active(ID).snapshot())).isEqualTo(refused(Reason.OUTSIDE_TERM));
        assertThat(of(
                        asked(EXPIRY.plusSeconds(1), null),
                        active(ID).paid(ChargingMode.ONE_TIME, EXPIRY).snapshot()))
                .isEqualTo(refused(Reason.OUTSIDE_TERM));
    }

    @Test
    void whatIsFrozenOrOverGetsNone() {
        assertThat(of(asked(ORDERED, EXPIRY), active(ID).phase(Phase.FROZEN).snapshot()))
                .isEqualTo(refused(Reason.OUTSIDE_TERM));
        assertThat(of(
                        asked(ORDERED, ORDERED.plusSeconds(1)),
                        active(ID).paid(ChargingMode.PERIOD, NOW.minusMillis(1)).snapshot()))
                .isEqualTo(refused(Reason.OUTSIDE_TERM));
        assertThat(of(
                        asked(ORDERED, ORDERED.plusSeconds(1)),
                        active(ID).paid(ChargingMode.PERIOD, NOW).snapshot()))
                .as("until and including its end")
                .isEqualTo(TEN);
    }

    @Test
    void thereAreAsManyAsWereBoughtUnlessTheSellerSettledANumber() {
        var asked = asked(ORDERED, EXPIRY);

        assertThat(of(asked, active(ID).quantity(null).snapshot())).isEqualTo(new Entitled(ORDER, 1));
        assertThat(of(asked, active(ID).quantity(0L).snapshot())).isEqualTo(new Entitled(ORDER, 0));
        assertThat(settled(new ProductTerms(false, 3L))
                        .of(asked, known(active(ID).snapshot())))
                .isEqualTo(new Entitled(ORDER, 3));
    }

    @Test
    void theChecksStandInTheOrderOfTheProtocol() {
        var frozen = active(ID).phase(Phase.FROZEN).snapshot();

        assertThat(deviceBound.of(asked(ID, null, ORDERED, null), known(frozen)))
                .isEqualTo(refused(Reason.FINGERPRINT_MISSING));
        assertThat(deviceBound.of(asked(ID, "d", ORDERED, null), known(frozen)))
                .isEqualTo(refused(Reason.EXPIRY_MISSING));
        assertThat(deviceBound.of(asked(ID, "d", ORDERED, EXPIRY), known(frozen)))
                .isEqualTo(refused(Reason.OUTSIDE_TERM));
    }
}
