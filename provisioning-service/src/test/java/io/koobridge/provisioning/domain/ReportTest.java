package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.ACCESS;
import static io.koobridge.provisioning.Instances.FAILURE;
import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Refused;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.Phase;
import io.koobridge.provisioning.Instances;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a product that worked on something tells later (design §6, "by call-back"). */
class ReportTest {

    private static final Report READY = new Report.Ready(ACCESS);
    private static final Report IMPOSSIBLE = new Report.Impossible(FAILURE);

    @Test
    void aReadyInstanceIsReady() {
        var instance = applied(READY.on(Instances.learned(), Instances.learned().generation()));

        assertThat(instance.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(instance.settled()).isTrue();
    }

    @Test
    void whatIsImpossibleFails() {
        var instance =
                applied(IMPOSSIBLE.on(Instances.learned(), Instances.learned().generation()));

        assertThat(instance.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void aReportAboutAnEarlierWishComesTooLate() {
        var frozen = after(Instances.active(), fact("freeze", 60, new InstanceFrozen()));

        assertThat(READY.on(frozen, Instances.active().generation()))
                .isEqualTo(new Stale<Instance>("generation 3 is wanted now"));
    }

    @Test
    void aReportThatComesTwiceChangesNothing() {
        assertThat(READY.on(Instances.active(), Instances.active().generation()))
                .isEqualTo(new Unchanged<Instance>());
    }

    @Test
    void aNewAddressForTheSameWishIsTaken() {
        var moved = new Access("https://app.example.com/moved", null, null, null, null);

        var instance = applied(new Report.Ready(moved)
                .on(Instances.active(), Instances.active().generation()));

        assertThat(instance.status().access()).isEqualTo(moved);
        assertThat(instance.generation()).isEqualTo(Instances.active().generation());
    }

    @Test
    void whatIsRealIsNotTakenBackByALateRefusalOfTheSameWish() {
        assertThat(IMPOSSIBLE.on(Instances.active(), Instances.active().generation()))
                .isEqualTo(new Unchanged<Instance>());
    }

    @Test
    void whatFailedIsReadyWhenTheProductSaysSoAfterAll() {
        var instance = applied(READY.on(Instances.failed(), Instances.failed().generation()));

        assertThat(instance.phase()).isEqualTo(Phase.ACTIVE);
        assertThat(instance.status().failure()).isNull();
    }

    @Test
    void readyWithoutAccessIsNotEnoughForABuyerWhoHasNoAddress() {
        var bare = new Report.Ready(null);

        assertThat(bare.on(Instances.learned(), Instances.learned().generation()))
                .isEqualTo(new Refused<Instance>(Reason.NO_ACCESS));
        assertThat(bare.on(Instances.active(), Instances.active().generation())).isEqualTo(new Unchanged<Instance>());
    }

    /** Access that was written between the reading and the decision stays. */
    @Tag("promise:nobody-is-overwritten")
    @Test
    void readyWithoutAccessKeepsWhatIsKnownWhenItIsDecided() {
        var moved = new Access("https://app.example.com/moved", null, null, null, null);
        var now = after(Instances.active().madeReal(moved), fact("freeze", 60, new InstanceFrozen()));

        var instance = applied(new Report.Ready(null).on(now, now.generation()));

        assertThat(instance.reconciled()).isTrue();
        assertThat(instance.status().access()).isEqualTo(moved);
    }

    @Test
    void nobodyReportsAboutWhatDoesNotExist() {
        assertThat(READY.on(null, 1)).isEqualTo(new Refused<Instance>(Reason.UNKNOWN_INSTANCE));
    }

    private static Instance applied(Outcome<Instance> outcome) {
        assertThat(outcome).isInstanceOf(Applied.class);
        return ((Applied<Instance>) outcome).state();
    }
}
