package io.koobridge.license.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.license.domain.Delivery.Receipt;
import io.koobridge.service.reconcile.Step;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a licence by what the marketplace says to its upload. */
class UploadingTest {

    private final ApplicationBench bench = new ApplicationBench();

    @Test
    void theMarketplacesAnswersDecideWhatBecomesOfIt() {
        bench.receipt = new Receipt.Again("HTTP 500", true);
        var issued = bench.progressed(Applications.placed());
        assertThat(issued.phase()).isEqualTo(LicensePhase.UPLOADING);
        assertThat(bench.step(issued)).isEqualTo(new Step.Failed<>("marketplace: HTTP 500"));
        bench.receipt = new Receipt.Refused("91381037", "licence format wrong");
        assertThat(bench.stopped(issued)).isEqualTo("marketplace: 91381037 licence format wrong");
    }

    @Test
    void aDenialIsWrittenBeforeThePlaceIsFree() {
        bench.receipt = new Receipt.Denied("denied by the seller's service");
        var denied = bench.progressed(Applications.placed());
        assertThat(bench.calls).doesNotContain("free");
        bench.calls.clear();

        var stopped = (Step.Stopped<Application>) bench.step(denied);

        assertThat(bench.calls).containsExactly("hold", "free");
        assertThat(stopped.state().phase()).isEqualTo(LicensePhase.DENIED);
        assertThat(stopped.state().progress().placed()).isFalse();
        assertThat(bench.step(stopped.state())).as("once more, after a crash").isInstanceOf(Step.Stopped.class);
    }

    /** Whatever it says to the same bytes: the customer has them. */
    @Tag("promise:exact-quota")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRepeatedUploadThatIsNotTakenUndoesNoDelivery(boolean denied) {
        bench.stored = Applications.TEXT;
        var delivered = Applications.placed().delivered(Applications.NOW);
        var repeated = Applications.after(delivered, Applications.fact("f2", 10));
        bench.receipt = denied ? new Receipt.Denied("91381038: denied") : new Receipt.Refused("91381034", "not valid");

        var settled = ((Step.Settled<Application>) bench.step(repeated)).state();

        assertThat(settled.phase()).isEqualTo(LicensePhase.DELIVERED);
        assertThat(settled.progress().placed()).isTrue();
        assertThat(bench.calls).doesNotContain("free");
        assertThat(bench.findings.open()).containsOnlyKeys("REPEAT_REFUSED|" + Applications.ID);
        bench.receipt = new Receipt.Taken();
        bench.step(Applications.after(settled, Applications.fact("f3", 20)));
        assertThat(bench.findings.open()).isEmpty();
    }

    @Test
    void aRepeatedUploadThatIsNotAnsweredIsTriedAgain() {
        bench.stored = Applications.TEXT;
        bench.receipt = new Receipt.Again("HTTP 500", true);
        var repeated =
                Applications.after(Applications.placed().delivered(Applications.NOW), Applications.fact("f2", 10));

        assertThat(bench.step(repeated)).isEqualTo(new Step.Failed<>("marketplace: HTTP 500"));
    }

    /** An upload whose answer was lost may have been taken, and then the denial is of its repetition. */
    @Tag("promise:exact-quota")
    @Test
    void aDenialAfterAnUploadThatMayHaveBeenTakenFreesNothing() {
        bench.receipt = new Receipt.Again("timed out", true);
        var issued = bench.progressed(Applications.placed());
        bench.receipt = new Receipt.Denied("91381038: denied");

        var kept = ((Step.Stopped<Application>) bench.step(issued)).state();

        assertThat(kept.phase()).isEqualTo(LicensePhase.REFUSED);
        assertThat(kept.progress().placed()).isTrue();
        assertThat(kept.progress().failure()).endsWith("so its place is kept");
        assertThat(bench.calls).doesNotContain("free");
    }

    /** The operator has looked at the marketplace: what was uncertain is not any more, also when the place is taken anew. */
    @Tag("promise:exact-quota")
    @Test
    void whatAPersonKnowsNotToBeTakenGivesUpItsPlace() {
        bench.receipt = new Receipt.Again("timed out", true);
        var issued = bench.progressed(Applications.placed());
        bench.receipt = new Receipt.Denied("91381038: denied");
        var kept = ((Step.Stopped<Application>) bench.step(issued)).state();
        bench.calls.clear();

        var freed = ((Step.Stopped<Application>) bench.step(Applications.state(Decisions.freePlace(kept)))).state();

        assertThat(bench.calls).containsExactly("hold", "free");
        assertThat(freed.progress().placed()).isFalse();
        assertThat(freed.progress().failure()).contains("91381038").endsWith("a person freed its place");
        var again = bench.progressed(Applications.state(Decisions.retry(freed)));
        assertThat(again.progress().placed()).isTrue();
        assertThat(bench.progressed(again).phase()).isEqualTo(LicensePhase.DENIED);
    }

    /** Stored by somebody who died and noted nothing: perhaps he uploaded it. */
    @Tag("promise:exact-quota")
    @Test
    void aDenialOfWhatADeadWorkerStoredFreesNothing() {
        bench.stored = Applications.TEXT;
        bench.receipt = new Receipt.Again("busy", false);
        var noted = bench.progressed(Applications.placed());
        bench.receipt = new Receipt.Denied("91381038: denied");

        assertThat(bench.stopped(Applications.placed())).endsWith("so its place is kept");
        assertThat(bench.stopped(noted)).endsWith("so its place is kept");
    }

    @Test
    void aDenialAfterUploadsThatWereSurelyNotTakenFreesThePlace() {
        bench.receipt = new Receipt.Again("too many calls", false);
        var issued = bench.progressed(Applications.placed());
        assertThat(bench.step(issued)).isEqualTo(new Step.Failed<>("marketplace: too many calls"));
        bench.receipt = new Receipt.Denied("91381038: denied");

        assertThat(bench.progressed(issued).phase()).isEqualTo(LicensePhase.DENIED);
    }
}
