package io.koobridge.license.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.license.LicensePhase;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.ledger.ApplicationBook;
import io.koobridge.license.ledger.ApplicationShape;
import io.koobridge.license.reconcile.ApplicationWorker;
import io.koobridge.license.reconcile.Issuing;
import io.koobridge.license.reconcile.KeptPlaces;
import io.koobridge.license.reconcile.OtherDevices;
import io.koobridge.license.reconcile.Uploading;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.service.Telemetry;
import io.koobridge.service.finding.RecordingFindings;
import io.koobridge.service.ledger.InMemoryLedgerStore;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileLoop;
import io.koobridge.service.reconcile.ReconcileReports;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.reconcile.Sweep;
import io.koobridge.testkit.Coroutine;
import io.koobridge.testkit.MutableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One licence with everything that moves it: the consumer, workers, the sweep, the store, an issuer who never makes the same
 * bytes twice, and a marketplace. Before and after each effect a process may die.
 */
final class LicenseWorld {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final String LEDGER = "applications";
    private static final int QUIET_ROUNDS = 200;

    final MutableClock clock = MutableClock.at(Applications.NOW);
    final Outsiders outsiders;
    final List<ReconcileRequest> queue = new ArrayList<>();
    private final InMemoryLedgerStore<Application> store = new InMemoryLedgerStore<>(Coroutine::pause);
    private final AtomicInteger ids = new AtomicInteger();
    private final Ledger<Application> ledger;
    private final ReconcileLoop<Application> loop;
    private final Sweep sweep;
    private final ApplicationBook book;
    private final boolean withPurchase;
    private final String id;
    private final List<Event<LicenseFact>> facts;
    private final List<Coroutine> running = new ArrayList<>();
    private int consumed;
    private boolean consuming;
    private boolean released;
    private boolean toldOfRelease;
    private long publishedVersion;
    private OrderKey inForce = Applications.ORDER;

    LicenseWorld(Outsiders outsiders, boolean withPurchase, List<Event<LicenseFact>> facts) {
        this.outsiders = outsiders;
        this.withPurchase = withPurchase;
        this.facts = facts;
        id = withPurchase ? Applications.PURCHASE_ID : Applications.ID;
        Supplier<String> nextId = () -> "id-" + ids.incrementAndGet();
        Requests requests = request -> {
            Coroutine.pause();
            queue.add(request);
            return Mono.empty();
        };
        var shape = new ApplicationShape();
        ledger = new Ledger<>(store, shape, clock, nextId);
        var places = new KeptPlaces(outsiders);
        var reports = new ReconcileReports(
                new Telemetry("model", clock, new RecordingJournal(), new SimpleMeterRegistry()),
                new RecordingFindings());
        var findings = new RecordingFindings();
        loop = new ReconcileLoop<>(
                new ReconcileLoop.Subject<>(store, shape),
                new ApplicationWorker(
                        new ApplicationWorker.Known(
                                _ -> Mono.fromSupplier(this::instance), new OtherDevices((_, _) -> Flux.empty())),
                        places,
                        new Issuing(outsiders, outsiders, findings),
                        new Uploading(outsiders::upload, findings, clock)),
                (_, version) -> publish(version),
                new ReconcileLoop.Surroundings(clock, nextId, LEASE, requests, reports));
        sweep = new Sweep(store, LEDGER, GRACE, new Sweep.Tools(clock, nextId, requests));
        book = new ApplicationBook(
                new ApplicationBook.Shelf(LEDGER, ledger, requests, Mono.empty()), _ -> licences(), clock);
    }

    /** What a process does of itself, to the end. */
    Runnable consuming() {
        return () -> {
            consuming = true;
            try {
                consume();
            } finally {
                consuming = false;
            }
        };
    }

    boolean consumes() {
        return consuming;
    }

    private void consume() {
        if (withPurchase && consumed == 0) {
            book.ordered(instance()).block();
            consumed++;
        } else if (consumed < facts.size()) {
            var fact = facts.get(consumed);
            var change = Objects.requireNonNull(
                    ledger.apply(id, current -> Decisions.decide(current, fact)).block());
            Coroutine.pause();
            change.pending().ifPresent(ticket -> queue.add(new ReconcileRequest(LEDGER, id, ticket)));
            Coroutine.pause();
            consumed++;
        }
    }

    /** @param taken from the queue: it comes again if the worker dies */
    Runnable working(ReconcileRequest taken) {
        return () -> {
            var ended = false;
            try {
                if (loop.handle(taken) == ReconcileLoop.Alarm.NEXT_RUNG) {
                    queue.add(taken);
                }
                ended = true;
            } finally {
                if (!ended) {
                    queue.add(taken);
                }
            }
        };
    }

    Runnable sweeping() {
        return () -> sweep.once().block();
    }

    Runnable retrying() {
        return () -> book.retried(id).block();
    }

    Runnable waking() {
        return () -> book.woken(id).block();
    }

    /** Provisioning's snapshot is stored first, then its licences are told. */
    Runnable releasing() {
        return () -> {
            released = true;
            Coroutine.pause();
            book.revoked(Applications.INSTANCE).block();
            toldOfRelease = true;
        };
    }

    void renew() {
        if (withPurchase) {
            // That would be another licence.
            return;
        }
        inForce = new OrderKey("CS-renewal-" + ids.incrementAndGet(), null, null);
    }

    /** Runs it to its first pause. */
    Coroutine start(Runnable body) {
        var coroutine = new Coroutine(body);
        running.add(coroutine);
        running.removeIf(Coroutine::done);
        return coroutine;
    }

    /** Those that pause. */
    List<Coroutine> running() {
        return running;
    }

    /** A new process with what the old one left behind, until nothing is left to do. */
    void becomeQuiet() {
        outsiders.becomeReliable();
        finish(() -> {});
        for (int round = 0; round < QUIET_ROUNDS && !quiet(); round++) {
            finish(consuming());
            if (released && !toldOfRelease) {
                finish(releasing());
            }
            while (!queue.isEmpty()) {
                finish(working(queue.removeFirst()));
                clock.advance(Duration.ofSeconds(30));
                if (clock.instant().isAfter(Applications.NOW.plus(Duration.ofDays(30)))) {
                    throw new AssertionError("it never ends");
                }
            }
            clock.advance(LEASE.plus(GRACE));
            finish(retrying());
            finish(sweeping());
        }
    }

    void finish(Runnable body) {
        var coroutine = new Coroutine(body);
        while (!coroutine.done() || !running.isEmpty()) {
            if (!coroutine.done()) {
                coroutine.resume();
            }
            if (!running.isEmpty()) {
                running.getFirst().resume();
                running.removeIf(Coroutine::done);
            }
        }
    }

    /** The promise: one application, one licence. */
    void assertEndedRight() {
        var entry = Objects.requireNonNull(store.find(id).block(), "somebody applied");
        assertThat(entry.work()).as("nothing is left to do").isNull();
        assertThat(outsiders.orders()).as("the issuer was asked for one order").hasSizeLessThanOrEqualTo(1);
        assertThat(outsiders.uploaded()).as("never two licences").hasSizeLessThanOrEqualTo(1);
        if (released) {
            assertThat(entry.state().phase()).isEqualTo(LicensePhase.REVOKED);
            assertThat(outsiders.revoked() || outsiders.orders().isEmpty())
                    .as("what was issued is taken back")
                    .isTrue();
        } else {
            assertThat(entry.state().phase()).isEqualTo(LicensePhase.DELIVERED);
            assertThat(outsiders.places()).as("places").isEqualTo(withPurchase ? 0 : 1);
            var stored = new String(Objects.requireNonNull(outsiders.stored()).bytes(), UTF_8);
            assertThat(outsiders.uploaded()).as("never none").isEqualTo(withPurchase ? Set.of() : Set.of(stored));
        }
        if (entry.state().order() != null) {
            assertThat(publishedVersion).as("the world was told").isEqualTo(entry.version());
        }
    }

    private boolean quiet() {
        var entry = store.find(id).block();
        return entry != null
                && entry.work() == null
                && !refused(entry.state())
                && queue.isEmpty()
                && consumed >= Math.max(1, facts.size())
                && released == toldOfRelease;
    }

    private static boolean refused(Application application) {
        return application.progress().failure() != null;
    }

    private Flux<String> licences() {
        Coroutine.pause();
        var found = store.find(id).block();
        return found == null ? Flux.empty() : Flux.just(id);
    }

    private KnownInstance instance() {
        Coroutine.pause();
        return Applications.instance(
                released ? Phase.RELEASED : Phase.ACTIVE,
                inForce,
                withPurchase ? LicenseDelivery.WITH_PURCHASE : LicenseDelivery.ON_APPLICATION);
    }

    private void publish(long version) {
        Coroutine.pause();
        publishedVersion = Math.max(publishedVersion, version);
        Coroutine.pause();
    }
}
