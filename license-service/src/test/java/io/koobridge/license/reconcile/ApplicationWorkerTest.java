package io.koobridge.license.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.license.domain.Delivery.Receipt;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.license.ledger.Places;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ApplicationWorkerTest {

    private static final LicenseFile OTHER = new LicenseFile(new byte[] {1}, "other.lic");

    /** Whom the worker asked, in order. */
    private final List<String> calls = new ArrayList<>();

    private final MutableClock clock = MutableClock.at(Applications.NOW);
    private @Nullable KnownInstance instance = Applications.instance();
    private @Nullable LicenseFile stored;
    private @Nullable OrderKey place = Applications.ORDER;
    private List<String> ofEvent = List.of(Applications.ID);
    private Issuer.Answer answer = new Issuer.Answer.Issued(Applications.TEXT);
    private Receipt receipt = new Receipt.Taken();
    private Issuer.@Nullable Kind kind = Issuer.Kind.HTTP;
    private final RecordingFindings findings = new RecordingFindings();

    @Test
    void aPlaceComesFirstAndTheOrderIsFixedWithIt() {
        var placed = progressed(step(Applications.applied()));

        assertThat(calls).containsExactly("keep");
        assertThat(placed.progress().placed()).isTrue();
        assertThat(placed.order())
                .extracting(LicenseOrder::order, LicenseOrder::eventId)
                .containsExactly(Applications.ORDER, Applications.EVENT);
    }

    /** By the protocol's wording another application, which has another place (license §3.5). */
    @ExtendWith(OutputCaptureExtension.class)
    @Test
    void theSameNumberWithAnotherFingerprintIsTold(CapturedOutput output) {
        step(Applications.applied());
        assertThat(output).doesNotContain("another fingerprint");
        ofEvent = List.of(Applications.ID, "lic-of-another-device");

        var placed = progressed(step(Applications.applied()));

        assertThat(placed.progress().placed()).isTrue();
        assertThat(output).contains("WARN", "another fingerprint", Applications.ID, Applications.EVENT);
    }

    @Test
    void withoutAPlaceItIsRefusedAndCountedAnewWhenItIsTriedAgain() {
        place = null;
        var stopped = (Step.Stopped<Application>) step(Applications.applied());
        assertThat(stopped.why()).startsWith("QUOTA_USED_UP");
        assertThat(stopped.state().phase()).isEqualTo(LicensePhase.REFUSED);
        var renewal = new OrderKey("CS2", null, null);
        place = renewal;
        instance = Applications.instance(Phase.ACTIVE, renewal, LicenseDelivery.ON_APPLICATION);

        var placed = progressed(step(Applications.state(Decisions.retry(stopped.state()))));

        assertThat(Objects.requireNonNull(placed.order()).order()).isEqualTo(renewal);
    }

    /** The renewal came after the answer: the licence is of the order that gave the place, and the issuer is told so (license §3.5). */
    @Test
    void aLicenceIsOfTheOrderWhosePlaceItHas() {
        instance = Applications.instance(Phase.ACTIVE, new OrderKey("CS2", null, null), LicenseDelivery.ON_APPLICATION);

        var placed = progressed(step(Applications.applied()));

        assertThat(Objects.requireNonNull(placed.order()).order()).isEqualTo(Applications.ORDER);
    }

    @Test
    void whatIsNotKnownYetIsWaitedFor() {
        instance = null;
        assertThat(step(Applications.applied())).isInstanceOf(Step.Failed.class);
        instance = Applications.instance(Phase.ACTIVE, Applications.ORDER, LicenseDelivery.ON_APPLICATION, null);
        assertThat(step(Applications.applied())).isInstanceOf(Step.Failed.class);
        assertThat(calls).isEmpty();
    }

    @Test
    void aReleasedInstanceGetsNoLicence() {
        instance = Applications.instance(Phase.RELEASED, Applications.ORDER, LicenseDelivery.ON_APPLICATION);

        var revoked = progressed(step(Applications.applied()));

        assertThat(revoked.phase()).isEqualTo(LicensePhase.REVOKED);
        assertThat(step(revoked)).isInstanceOf(Step.Settled.class);
        assertThat(calls).as("nobody was asked, nobody is told").isEmpty();
    }

    @Test
    void issuedStoredAndUploadedInThisOrder() {
        var settled = (Step.Settled<Application>) step(Applications.placed());

        assertThat(calls).containsExactly("hold", "issue", "store", "hold", "upload");
        assertThat(settled.state().phase()).isEqualTo(LicensePhase.DELIVERED);
    }

    @Test
    void whatIsStoredIsNotMadeAgain() {
        stored = OTHER;

        assertThat(step(Applications.placed())).isInstanceOf(Step.Settled.class);

        assertThat(calls).containsExactly("hold", "upload");
    }

    @Test
    void theIssuersAnswersDecideWhenHeIsAskedAgain() {
        answer = new Issuer.Answer.Working(Duration.ofSeconds(30));
        assertThat(step(Applications.placed())).isEqualTo(new Step.Waiting<>(Duration.ofSeconds(30)));
        answer = new Issuer.Answer.Failed("nobody there");
        assertThat(step(Applications.placed())).isEqualTo(new Step.Failed<>("issuer: nobody there"));
        answer = new Issuer.Answer.Refused("no");
        assertThat(stopped(progressed(step(Applications.placed())))).isEqualTo("issuer: no");
        assertThat(stored).isNull();
    }

    /** Written before, as a denial is; and whoever tries again needs a place again, under the order that was asked for. */
    @Tag("promise:exact-quota")
    @Test
    void thePlaceOfWhatNobodyMakesIsFree() {
        answer = new Issuer.Answer.Refused("no");
        var unmade = progressed(step(Applications.placed()));
        assertThat(calls).doesNotContain("free");
        calls.clear();

        var refused = ((Step.Stopped<Application>) step(unmade)).state();

        assertThat(calls).containsExactly("hold", "free");
        assertThat(refused.phase()).isEqualTo(LicensePhase.REFUSED);
        assertThat(refused.progress().placed()).isFalse();
        instance = Applications.instance(Phase.ACTIVE, new OrderKey("CS2", null, null), LicenseDelivery.ON_APPLICATION);
        calls.clear();
        var again = progressed(step(Applications.state(Decisions.retry(refused))));
        assertThat(calls).containsExactly("keep");
        assertThat(again.order()).isEqualTo(refused.order());
        calls.clear();
        assertThat(step(Applications.state(Decisions.revoke(refused)))).isInstanceOf(Step.Settled.class);
        assertThat(calls).as("who was asked is told of the release").containsExactly("hold", "revoke");
    }

    @Test
    void aPurchaseThatNobodyMakesHasNoPlaceToGiveUp() {
        answer = new Issuer.Answer.Refused("no");

        assertThat(stopped(progressed(step(Applications.withPurchase())))).isEqualTo("issuer: no");

        assertThat(calls).doesNotContain("free");
    }

    /** It was acknowledged before; only what is applied for in the meantime is refused (license §3.3). */
    @Test
    void whatWasAppliedForBeforeAFreezeIsDelivered() {
        instance = Applications.instance(Phase.FROZEN, Applications.ORDER, LicenseDelivery.ON_APPLICATION);

        var placed = progressed(step(Applications.applied()));

        assertThat(step(placed)).isInstanceOf(Step.Settled.class);
        assertThat(calls).contains("upload");
    }

    /** Whoever asks him to take it back must know, also when another was asked before. */
    @Test
    void whoIsAskedIsWrittenBeforeHeIs() {
        kind = Issuer.Kind.SIGNED;

        var asking = progressed(step(Applications.placed()));

        assertThat(calls).isEmpty();
        assertThat(asking.issuers()).containsExactlyInAnyOrder(Issuer.Kind.HTTP, Issuer.Kind.SIGNED);
        assertThat(step(asking)).isInstanceOf(Step.Settled.class);
    }

    @Test
    void whatCannotBeDeliveredIsNotStored() {
        answer = new Issuer.Answer.Issued(new LicenseFile(new byte[] {1}, "../x"));

        assertThat(stopped(progressed(step(Applications.placed())))).isEqualTo("issuer: fileName is a path");
        assertThat(stored).isNull();
    }

    @Test
    void aPurchaseNeedsNoPlaceAndNoUpload() {
        var placed = progressed(step(Applications.withPurchase()));
        assertThat(calls).isEmpty();

        assertThat(step(placed)).isInstanceOf(Step.Settled.class);

        assertThat(calls).containsExactly("hold", "issue", "store");
    }

    @Test
    void theMarketplacesAnswersDecideWhatBecomesOfIt() {
        receipt = new Receipt.Again("HTTP 500", true);
        var issued = progressed(step(Applications.placed()));
        assertThat(issued.phase()).isEqualTo(LicensePhase.UPLOADING);
        assertThat(step(issued)).isEqualTo(new Step.Failed<>("marketplace: HTTP 500"));
        receipt = new Receipt.Refused("91381037", "licence format wrong");
        assertThat(stopped(issued)).isEqualTo("marketplace: 91381037 licence format wrong");
    }

    @Test
    void aDenialIsWrittenBeforeThePlaceIsFree() {
        receipt = new Receipt.Denied("denied by the seller's service");
        var denied = progressed(step(Applications.placed()));
        assertThat(calls).doesNotContain("free");
        calls.clear();

        var stopped = (Step.Stopped<Application>) step(denied);

        assertThat(calls).containsExactly("hold", "free");
        assertThat(stopped.state().phase()).isEqualTo(LicensePhase.DENIED);
        assertThat(stopped.state().progress().placed()).isFalse();
        assertThat(step(stopped.state())).as("once more, after a crash").isInstanceOf(Step.Stopped.class);
    }

    /** Whatever it says to the same bytes: the customer has them. */
    @Tag("promise:exact-quota")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRepeatedUploadThatIsNotTakenUndoesNoDelivery(boolean denied) {
        stored = Applications.TEXT;
        var delivered = Applications.placed().delivered(Applications.NOW);
        var repeated = Applications.after(delivered, Applications.fact("f2", 10));
        receipt = denied ? new Receipt.Denied("91381038: denied") : new Receipt.Refused("91381034", "not valid");

        var settled = ((Step.Settled<Application>) step(repeated)).state();

        assertThat(settled.phase()).isEqualTo(LicensePhase.DELIVERED);
        assertThat(settled.progress().placed()).isTrue();
        assertThat(calls).doesNotContain("free");
        assertThat(findings.open()).containsOnlyKeys("REPEAT_REFUSED|" + Applications.ID);
        receipt = new Receipt.Taken();
        step(Applications.after(settled, Applications.fact("f3", 20)));
        assertThat(findings.open()).isEmpty();
    }

    @Test
    void aRepeatedUploadThatIsNotAnsweredIsTriedAgain() {
        stored = Applications.TEXT;
        receipt = new Receipt.Again("HTTP 500", true);
        var repeated =
                Applications.after(Applications.placed().delivered(Applications.NOW), Applications.fact("f2", 10));

        assertThat(step(repeated)).isEqualTo(new Step.Failed<>("marketplace: HTTP 500"));
    }

    /** An upload whose answer was lost may have been taken, and then the denial is of its repetition. */
    @Tag("promise:exact-quota")
    @Test
    void aDenialAfterAnUploadThatMayHaveBeenTakenFreesNothing() {
        receipt = new Receipt.Again("timed out", true);
        var issued = progressed(step(Applications.placed()));
        receipt = new Receipt.Denied("91381038: denied");

        var kept = ((Step.Stopped<Application>) step(issued)).state();

        assertThat(kept.phase()).isEqualTo(LicensePhase.REFUSED);
        assertThat(kept.progress().placed()).isTrue();
        assertThat(kept.progress().failure()).endsWith("so its place is kept");
        assertThat(calls).doesNotContain("free");
    }

    /** Stored by somebody who died and noted nothing: perhaps he uploaded it. */
    @Tag("promise:exact-quota")
    @Test
    void aDenialOfWhatADeadWorkerStoredFreesNothing() {
        stored = Applications.TEXT;
        receipt = new Receipt.Again("busy", false);
        var noted = progressed(step(Applications.placed()));
        receipt = new Receipt.Denied("91381038: denied");

        assertThat(stopped(Applications.placed())).endsWith("so its place is kept");
        assertThat(stopped(noted)).endsWith("so its place is kept");
    }

    @Test
    void aDenialAfterUploadsThatWereSurelyNotTakenFreesThePlace() {
        receipt = new Receipt.Again("too many calls", false);
        var issued = progressed(step(Applications.placed()));
        assertThat(step(issued)).isEqualTo(new Step.Failed<>("marketplace: too many calls"));
        receipt = new Receipt.Denied("91381038: denied");

        assertThat(progressed(step(issued)).phase()).isEqualTo(LicensePhase.DENIED);
    }

    @Test
    void aReleaseIsToldToWhoMadeIt() {
        assertThat(step(released())).isInstanceOf(Step.Settled.class);

        assertThat(calls).containsExactly("hold", "revoke");
    }

    /** Whoever makes licences now never had it. */
    @Test
    void aReleaseThatCannotBeToldToWhoMadeItIsAFinding() {
        kind = Issuer.Kind.SIGNED;

        assertThat(step(released())).isInstanceOf(Step.Settled.class);

        assertThat(calls).isEmpty();
        assertThat(findings.open()).containsOnlyKeys("NOT_REVOKED|" + Applications.ID);
    }

    @Test
    void whatOnlyWasSignedIsNotTakenBack() {
        var applied = Applications.applied();
        var signed = applied.placed(applied.request().order(Applications.instance()))
                .asking(Issuer.Kind.SIGNED)
                .delivered(Applications.NOW);

        assertThat(step(Applications.state(Decisions.revoke(signed)))).isInstanceOf(Step.Settled.class);

        assertThat(calls).as("a licence server never had it").isEmpty();
        assertThat(findings.open()).isEmpty();
    }

    private static Application released() {
        return Applications.state(Decisions.revoke(Applications.placed().delivered(Applications.NOW)));
    }

    @Test
    void withoutAnIssuerItWaitsAndAPersonIsTold() {
        var nobody = new NoIssuer(findings);
        var order = Objects.requireNonNull(Applications.placed().order());

        assertThat(nobody.issue(order)).isInstanceOf(Issuer.Answer.Failed.class);
        assertThat(findings.open()).containsOnlyKeys("NO_ISSUER|issuer");
        NoIssuer.nowThereIsOne(findings).block();
        assertThat(nobody.revoke(order))
                .as("the issuer of before is told later")
                .isInstanceOf(Issuer.Revocation.Failed.class);
        assertThat(findings.open()).containsOnlyKeys("NO_ISSUER|issuer");
        NoIssuer.nowThereIsOne(findings).block();
        assertThat(findings.open()).isEmpty();
    }

    private String stopped(Application application) {
        return ((Step.Stopped<Application>) step(application)).why();
    }

    private static Application progressed(Step<Application> step) {
        return ((Step.Progressed<Application>) step).state();
    }

    private Step<Application> step(Application application) {
        var places = new KeptPlaces(new Everybody());
        return new ApplicationWorker(
                        new ApplicationWorker.Known(
                                _ -> Mono.justOrEmpty(instance),
                                new OtherDevices((_, _) -> Flux.fromIterable(ofEvent))),
                        places,
                        new Issuing(new Maker(), new Shelf(), findings),
                        new Uploading(
                                (_, _) -> {
                                    calls.add("upload");
                                    return receipt;
                                },
                                findings,
                                clock))
                .reconcile(application, new Held());
    }

    private final class Held implements Attempt {

        @Override
        public int number() {
            return 1;
        }

        @Override
        public void holdLease() {
            calls.add("hold");
        }
    }

    private final class Everybody implements Places {

        @Override
        public Mono<OrderKey> keep(Event<LicenseApplied> application, long generation) {
            calls.add("keep");
            return Mono.justOrEmpty(place);
        }

        @Override
        public Mono<Void> free(String licenseId, long generation) {
            calls.add("free");
            return Mono.empty();
        }
    }

    private final class Maker implements Issuer {

        @Override
        public @Nullable Kind kind() {
            return kind;
        }

        @Override
        public Answer issue(LicenseOrder order) {
            calls.add("issue");
            return answer;
        }

        @Override
        public Revocation revoke(LicenseOrder order) {
            calls.add("revoke");
            return new Revocation.Done();
        }
    }

    private final class Shelf implements StoredLicenses {

        @Override
        public Mono<LicenseFile> find(String licenseId) {
            return Mono.justOrEmpty(stored);
        }

        @Override
        public Mono<LicenseFile> keep(String licenseId, LicenseFile file) {
            calls.add("store");
            stored = file;
            return Mono.just(file);
        }
    }
}
