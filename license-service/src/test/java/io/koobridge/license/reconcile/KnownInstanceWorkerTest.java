package io.koobridge.license.reconcile;

import static io.koobridge.license.Licenses.EXPIRY;
import static io.koobridge.license.Licenses.ID;
import static io.koobridge.license.Licenses.active;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.Phase;
import io.koobridge.license.RecordingBook;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownInstanceWorkerTest {

    private final RecordingBook book = new RecordingBook();
    private final KnownInstanceWorker worker = new KnownInstanceWorker(book);

    private final Attempt attempt = new Attempt() {

        @Override
        public int number() {
            return 1;
        }

        @Override
        public void holdLease() {}
    };

    private void reconciled(InstanceSnapshot snapshot) {
        var instance = new KnownInstance(snapshot);
        assertThat(worker.reconcile(instance, attempt)).isEqualTo(new Step.Settled<>(instance));
    }

    @Test
    void aLicenceThatComesWithThePurchaseIsOrderedOnceTheInstanceIsThere() {
        reconciled(active(ID).delivery(LicenseDelivery.WITH_PURCHASE).snapshot());

        assertThat(book.ordered()).containsExactly(ID);
        assertThat(book.revoked()).isEmpty();
    }

    @Test
    void untilItsOrderIsKnownNoneIsOrdered() {
        reconciled(active(ID).delivery(LicenseDelivery.WITH_PURCHASE).withoutOrder());

        assertThat(book.ordered()).isEmpty();
    }

    /** A purchase need tell neither how it is paid nor an end (license §7), and what is signed without one never ends. */
    @Test
    void untilItsEndIsKnownNoneIsOrdered() {
        var bought = active(ID).delivery(LicenseDelivery.WITH_PURCHASE);

        reconciled(bought.paid(null, null).snapshot());
        reconciled(bought.paid(ChargingMode.PERIOD, null).snapshot());
        assertThat(book.ordered()).isEmpty();

        reconciled(bought.paid(null, EXPIRY).snapshot());
        reconciled(bought.paid(ChargingMode.ONE_TIME, null).snapshot());
        assertThat(book.ordered()).containsExactly(ID, ID);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"PROVISIONING", "FROZEN", "FAILED"})
    void whatCannotBeUsedOrdersNone(Phase phase) {
        reconciled(
                active(ID).delivery(LicenseDelivery.WITH_PURCHASE).phase(phase).snapshot());

        assertThat(book.ordered()).isEmpty();
    }

    @Test
    void aLicenceThatIsAppliedForIsNotOrderedByTheInstance() {
        reconciled(active(ID).snapshot());

        assertThat(book.ordered()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LicenseDelivery.class)
    void aReleaseRevokesAll(LicenseDelivery delivery) {
        reconciled(active(ID).delivery(delivery).phase(Phase.RELEASED).snapshot());

        assertThat(book.revoked()).containsExactly(ID);
        assertThat(book.ordered()).isEmpty();
    }

    @Test
    void whoeverCannotBeToldIsToldAgain() {
        book.failWith(new IllegalStateException("the store is away"));

        assertThatIllegalStateException()
                .isThrownBy(() -> worker.reconcile(
                        new KnownInstance(active(ID).phase(Phase.RELEASED).snapshot()), attempt))
                .withMessage("the store is away");
    }
}
