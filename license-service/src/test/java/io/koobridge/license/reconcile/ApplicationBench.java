package io.koobridge.license.reconcile;

import io.koobridge.events.Event;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Application;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The worker of applications, and whomever it asks, who say what a test wants. */
final class ApplicationBench {

    /** Whom the worker asked, in order. */
    final List<String> calls = new ArrayList<>();

    final RecordingFindings findings = new RecordingFindings();

    @Nullable KnownInstance instance = Applications.instance();

    @Nullable LicenseFile stored;

    /** The order that has a place left; absent: none has. */
    @Nullable OrderKey place = Applications.ORDER;

    /** Applications with the same number. */
    List<String> ofEvent = List.of(Applications.ID);

    Issuer.Answer answer = new Issuer.Answer.Issued(Applications.TEXT);
    Receipt receipt = new Receipt.Taken();
    Issuer.@Nullable Kind kind = Issuer.Kind.HTTP;
    private final MutableClock clock = MutableClock.at(Applications.NOW);

    Step<Application> step(Application application) {
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

    /** The next state, when the step leads to one. */
    Application progressed(Application application) {
        return ((Step.Progressed<Application>) step(application)).state();
    }

    /** Why a person is needed, when the step ends there. */
    String stopped(Application application) {
        return ((Step.Stopped<Application>) step(application)).why();
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
