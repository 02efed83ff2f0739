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
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ApplicationWorkerTest {

    private static final LicenseFile OTHER = new LicenseFile(new byte[] {1}, "other.lic");

    /** Whom the worker asked, in order. */
    private final List<String> calls = new ArrayList<>();

    private final MutableClock clock = MutableClock.at(Applications.NOW);
    private @Nullable KnownInstance instance = Applications.instance();
    private @Nullable LicenseFile stored;
    private @Nullable OrderKey place = Applications.ORDER;
    private Issuer.Answer answer = new Issuer.Answer.Issued(Applications.TEXT);
    private Receipt receipt = new Receipt.Taken();

    @Test
    void aPlaceComesFirstAndTheOrderIsFixedWithIt() {
        var placed = progressed(step(Applications.applied()));

        assertThat(calls).containsExactly("keep");
        assertThat(placed.progress().placed()).isTrue();
        assertThat(placed.order())
                .extracting(LicenseOrder::order, LicenseOrder::eventId)
                .containsExactly(Applications.ORDER, Applications.EVENT);
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
        assertThat(stopped(Applications.placed())).isEqualTo("issuer: no");
        assertThat(stored).isNull();
    }

    @Test
    void whatCannotBeDeliveredIsNotStored() {
        answer = new Issuer.Answer.Issued(new LicenseFile(new byte[] {1}, "../x"));

        assertThat(stopped(Applications.placed())).isEqualTo("issuer: fileName is a path");
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
        receipt = new Receipt.Again("HTTP 500");
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

        assertThat(calls).containsExactly("free");
        assertThat(stopped.state().phase()).isEqualTo(LicensePhase.DENIED);
        assertThat(stopped.state().progress().placed()).isFalse();
        assertThat(step(stopped.state())).as("once more, after a crash").isInstanceOf(Step.Stopped.class);
    }

    @Test
    void aReleaseIsToldToWhoMadeIt() {
        var revoked = Applications.state(Decisions.revoke(Applications.placed().delivered(Applications.NOW)));

        assertThat(step(revoked)).isInstanceOf(Step.Settled.class);

        assertThat(calls).containsExactly("hold", "revoke");
    }

    @Test
    void withoutAnIssuerItWaitsAndAPersonIsTold() {
        var findings = new RecordingFindings();
        var nobody = new NoIssuer(findings);

        assertThat(nobody.issue(Objects.requireNonNull(Applications.placed().order())))
                .isInstanceOf(Issuer.Answer.Failed.class);
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
                        _ -> Mono.justOrEmpty(instance),
                        places,
                        new Issuing(new Maker(), new Shelf()),
                        new Uploading(
                                (_, _) -> {
                                    calls.add("upload");
                                    return receipt;
                                },
                                places,
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
        public Mono<OrderKey> keep(Event<LicenseApplied> application) {
            calls.add("keep");
            return Mono.justOrEmpty(place);
        }

        @Override
        public Mono<Void> free(String licenseId) {
            calls.add("free");
            return Mono.empty();
        }
    }

    private final class Maker implements Issuer {

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
