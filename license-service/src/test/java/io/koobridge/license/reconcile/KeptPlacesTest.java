package io.koobridge.license.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.service.reconcile.Step;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A licence has a place among those that its order paid for, and gives it up when nobody makes it. */
class KeptPlacesTest {

    private final ApplicationBench bench = new ApplicationBench();

    @Test
    void aPlaceComesFirstAndTheOrderIsFixedWithIt() {
        var placed = bench.progressed(Applications.applied());

        assertThat(bench.calls).containsExactly("keep");
        assertThat(placed.progress().placed()).isTrue();
        assertThat(placed.order())
                .extracting(LicenseOrder::order, LicenseOrder::eventId)
                .containsExactly(Applications.ORDER, Applications.EVENT);
    }

    /** By the protocol's wording another application, which has another place (license §3.5). */
    @ExtendWith(OutputCaptureExtension.class)
    @Test
    void theSameNumberWithAnotherFingerprintIsTold(CapturedOutput output) {
        bench.step(Applications.applied());
        assertThat(output).doesNotContain("another fingerprint");
        bench.ofEvent = List.of(Applications.ID, "lic-of-another-device");

        var placed = bench.progressed(Applications.applied());

        assertThat(placed.progress().placed()).isTrue();
        assertThat(output).contains("WARN", "another fingerprint", Applications.ID, Applications.EVENT);
    }

    @Test
    void withoutAPlaceItIsRefusedAndCountedAnewWhenItIsTriedAgain() {
        bench.place = null;
        var stopped = (Step.Stopped<Application>) bench.step(Applications.applied());
        assertThat(stopped.why()).startsWith("QUOTA_USED_UP");
        assertThat(stopped.state().phase()).isEqualTo(LicensePhase.REFUSED);
        var renewal = new OrderKey("CS2", null, null);
        bench.place = renewal;
        bench.instance = Applications.instance(Phase.ACTIVE, renewal, LicenseDelivery.ON_APPLICATION);

        var placed = bench.progressed(Applications.state(Decisions.retry(stopped.state())));

        assertThat(Objects.requireNonNull(placed.order()).order()).isEqualTo(renewal);
    }

    /** The renewal came after the answer: the licence is of the order that gave the place, and the issuer is told so (license §3.5). */
    @Test
    void aLicenceIsOfTheOrderWhosePlaceItHas() {
        bench.instance =
                Applications.instance(Phase.ACTIVE, new OrderKey("CS2", null, null), LicenseDelivery.ON_APPLICATION);

        var placed = bench.progressed(Applications.applied());

        assertThat(Objects.requireNonNull(placed.order()).order()).isEqualTo(Applications.ORDER);
    }

    @Test
    void whatIsNotKnownYetIsWaitedFor() {
        bench.instance = null;
        assertThat(bench.step(Applications.applied())).isInstanceOf(Step.Failed.class);
        bench.instance = Applications.instance(Phase.ACTIVE, Applications.ORDER, LicenseDelivery.ON_APPLICATION, null);
        assertThat(bench.step(Applications.applied())).isInstanceOf(Step.Failed.class);
        assertThat(bench.calls).isEmpty();
    }

    @Test
    void aReleasedInstanceGetsNoLicence() {
        bench.instance = Applications.instance(Phase.RELEASED, Applications.ORDER, LicenseDelivery.ON_APPLICATION);

        var revoked = bench.progressed(Applications.applied());

        assertThat(revoked.phase()).isEqualTo(LicensePhase.REVOKED);
        assertThat(bench.step(revoked)).isInstanceOf(Step.Settled.class);
        assertThat(bench.calls).as("nobody was asked, nobody is told").isEmpty();
    }

    /** Written before, as a denial is; and whoever tries again needs a place again, under the order that was asked for. */
    @Tag("promise:exact-quota")
    @Test
    void thePlaceOfWhatNobodyMakesIsFree() {
        bench.answer = new Issuer.Answer.Refused("no");
        var unmade = bench.progressed(Applications.placed());
        assertThat(bench.calls).doesNotContain("free");
        bench.calls.clear();

        var refused = ((Step.Stopped<Application>) bench.step(unmade)).state();

        assertThat(bench.calls).containsExactly("hold", "free");
        assertThat(refused.phase()).isEqualTo(LicensePhase.REFUSED);
        assertThat(refused.progress().placed()).isFalse();
        bench.instance =
                Applications.instance(Phase.ACTIVE, new OrderKey("CS2", null, null), LicenseDelivery.ON_APPLICATION);
        bench.calls.clear();
        var again = bench.progressed(Applications.state(Decisions.retry(refused)));
        assertThat(bench.calls).containsExactly("keep");
        assertThat(again.order()).isEqualTo(refused.order());
        bench.calls.clear();
        assertThat(bench.step(Applications.state(Decisions.revoke(refused)))).isInstanceOf(Step.Settled.class);
        assertThat(bench.calls).as("who was asked is told of the release").containsExactly("hold", "revoke");
    }

    @Test
    void aPurchaseThatNobodyMakesHasNoPlaceToGiveUp() {
        bench.answer = new Issuer.Answer.Refused("no");

        assertThat(bench.stopped(bench.progressed(Applications.withPurchase()))).isEqualTo("issuer: no");

        assertThat(bench.calls).doesNotContain("free");
    }

    @Test
    void aPurchaseNeedsNoPlaceAndNoUpload() {
        var placed = bench.progressed(Applications.withPurchase());
        assertThat(bench.calls).isEmpty();

        assertThat(bench.step(placed)).isInstanceOf(Step.Settled.class);

        assertThat(bench.calls).containsExactly("hold", "issue", "store");
    }
}
