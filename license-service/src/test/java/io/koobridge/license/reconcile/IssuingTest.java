package io.koobridge.license.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.service.reconcile.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The issuer is asked once for each licence, and told when its instance is released. */
class IssuingTest {

    private final ApplicationBench bench = new ApplicationBench();

    @Test
    void issuedStoredAndUploadedInThisOrder() {
        var settled = (Step.Settled<Application>) bench.step(Applications.placed());

        assertThat(bench.calls).containsExactly("hold", "issue", "store", "hold", "upload");
        assertThat(settled.state().phase()).isEqualTo(LicensePhase.DELIVERED);
    }

    @Test
    void whatIsStoredIsNotMadeAgain() {
        bench.stored = new LicenseFile(new byte[] {1}, "other.lic");

        assertThat(bench.step(Applications.placed())).isInstanceOf(Step.Settled.class);

        assertThat(bench.calls).containsExactly("hold", "upload");
    }

    @Test
    void theIssuersAnswersDecideWhenHeIsAskedAgain() {
        bench.answer = new Issuer.Answer.Working(Duration.ofSeconds(30));
        assertThat(bench.step(Applications.placed())).isEqualTo(new Step.Waiting<>(Duration.ofSeconds(30)));
        bench.answer = new Issuer.Answer.Failed("nobody there");
        assertThat(bench.step(Applications.placed())).isEqualTo(new Step.Failed<>("issuer: nobody there"));
        bench.answer = new Issuer.Answer.Refused("no");
        assertThat(bench.stopped(bench.progressed(Applications.placed()))).isEqualTo("issuer: no");
        assertThat(bench.stored).isNull();
    }

    /** It was acknowledged before; only what is applied for in the meantime is refused (license §3.3). */
    @Test
    void whatWasAppliedForBeforeAFreezeIsDelivered() {
        bench.instance = Applications.instance(Phase.FROZEN, Applications.ORDER, LicenseDelivery.ON_APPLICATION);

        var placed = bench.progressed(Applications.applied());

        assertThat(bench.step(placed)).isInstanceOf(Step.Settled.class);
        assertThat(bench.calls).contains("upload");
    }

    /** Whoever asks him to take it back must know, also when another was asked before. */
    @Test
    void whoIsAskedIsWrittenBeforeHeIs() {
        bench.kind = Issuer.Kind.SIGNED;

        var asking = bench.progressed(Applications.placed());

        assertThat(bench.calls).isEmpty();
        assertThat(asking.issuers()).containsExactlyInAnyOrder(Issuer.Kind.HTTP, Issuer.Kind.SIGNED);
        assertThat(bench.step(asking)).isInstanceOf(Step.Settled.class);
    }

    @Test
    void whatCannotBeDeliveredIsNotStored() {
        bench.answer = new Issuer.Answer.Issued(new LicenseFile(new byte[] {1}, "../x"));

        assertThat(bench.stopped(bench.progressed(Applications.placed()))).isEqualTo("issuer: fileName is a path");
        assertThat(bench.stored).isNull();
    }

    @Test
    void aReleaseIsToldToWhoMadeIt() {
        assertThat(bench.step(released())).isInstanceOf(Step.Settled.class);

        assertThat(bench.calls).containsExactly("hold", "revoke");
    }

    /** Whoever makes licences now never had it. */
    @Test
    void aReleaseThatCannotBeToldToWhoMadeItIsAFinding() {
        bench.kind = Issuer.Kind.SIGNED;

        assertThat(bench.step(released())).isInstanceOf(Step.Settled.class);

        assertThat(bench.calls).isEmpty();
        assertThat(bench.findings.open()).containsOnlyKeys("NOT_REVOKED|" + Applications.ID);
    }

    @Test
    void whatOnlyWasSignedIsNotTakenBack() {
        var applied = Applications.applied();
        var signed = applied.placed(applied.request().order(Applications.instance()))
                .asking(Issuer.Kind.SIGNED)
                .delivered(Applications.NOW);

        assertThat(bench.step(Applications.state(Decisions.revoke(signed)))).isInstanceOf(Step.Settled.class);

        assertThat(bench.calls).as("a licence server never had it").isEmpty();
        assertThat(bench.findings.open()).isEmpty();
    }

    private static Application released() {
        return Applications.state(Decisions.revoke(Applications.placed().delivered(Applications.NOW)));
    }
}
