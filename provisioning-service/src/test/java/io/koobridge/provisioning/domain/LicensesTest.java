package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.ORDER;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What only licences have. */
class LicensesTest {

    private static final InstancePurchased BY_V1 =
            new InstancePurchased(InstanceKind.LICENSE, ORDER, Instances.BOUGHT, null, LicenseDelivery.WITH_PURCHASE);

    private static Instance imported() {
        var row = new Imported(
                Instances.ID,
                InstanceKind.LICENSE,
                ORDER,
                Instances.BOUGHT,
                WantedState.ACTIVE,
                null,
                AccessForm.PLAIN,
                Instances.ORDERED);
        return row.anew();
    }

    @Test
    void thePurchaseSaysHowItsLicencesReachTheBuyer() {
        assertThat(Instances.orderedLicense().delivery()).isEqualTo(LicenseDelivery.ON_APPLICATION);
        assertThat(after(null, fact("purchase", 0, BY_V1)).delivery()).isEqualTo(LicenseDelivery.WITH_PURCHASE);
        assertThat(Instances.ordered().delivery()).isNull();
    }

    @Test
    void whatTheCallToldOfALicenceNobodyAsksAbout() {
        assertThat(after(null, fact("purchase", 0, BY_V1)).spec().lookUps()).isEmpty();
        assertThat(Instances.orderedLicense().spec().lookUps()).hasSize(1);
    }

    /** Its end may be missing (license §7), and a licence that is made without one would never end. */
    @Test
    void anEndThatTheCallDidNotTellIsAskedFor() {
        var told = new OrderDetails(
                "NEW", ChargingMode.PERIOD, Instances.BOUGHT.product(), Instances.BOUGHT.period(), null, null, null);
        var called = after(
                null,
                fact(
                        "purchase",
                        0,
                        new InstancePurchased(InstanceKind.LICENSE, ORDER, told, null, LicenseDelivery.WITH_PURCHASE)));

        assertThat(called.spec().lookUps()).hasSize(1);
        assertThat(Instances.expiry(Instances.knowing(called, Instances.BOUGHT)))
                .isEqualTo(Instances.EXPIRY);
    }

    @Test
    void anImportedLicenceIsPaidSinceNobodyKnowsWhenAndNoneIsMadeForIt() {
        assertThat(imported().paid().inForce())
                .isEqualTo(new OrderInForce(ORDER, Instant.EPOCH, new OrderInForce.Sale(Instances.BOUGHT.product())));
        assertThat(imported().delivery()).isNull();
        assertThat(imported().settled()).isTrue();
    }

    @Test
    void thePurchaseOfAnImportedLicenceSaysHowItsLicencesReachTheBuyer() {
        var called = after(imported(), fact("purchase", 50, BY_V1));

        assertThat(called.delivery()).isEqualTo(LicenseDelivery.WITH_PURCHASE);
        assertThat(called.onlyImported()).isFalse();
        assertThat(called.paid()).isEqualTo(imported().paid());
        assertThat(Decisions.decide(called, fact("purchase-again", 60, BY_V1))).isEqualTo(new Unchanged<Instance>());
    }

    @Test
    void anotherEditionThatNamesTheOrderChangesNothing() {
        assertThat(Decisions.decide(Instances.activeLicense(), fact("by-v1", 60, BY_V1)))
                .isEqualTo(new Unchanged<Instance>());
    }
}
