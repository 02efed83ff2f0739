package io.koobridge.provisioning.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.domain.Access;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.OrderQuery;
import io.koobridge.provisioning.domain.Report;
import io.koobridge.provisioning.ledger.InstanceShape;
import io.koobridge.provisioning.reconcile.InstanceWorker;
import io.koobridge.provisioning.reconcile.Remarks;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One instance, its facts, two workers, a sweep and an unreliable product, moved by a seed: facts are redelivered,
 * requests lost, doubled and reordered, processes killed between any two writes, calls applied long after they were
 * given up. Afterwards the world becomes quiet, and has to end right.
 */
final class World {

    private static final String ID = "kb-model";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final OrderKey ORDER = new OrderKey("CS1", "CS1-000001", null);
    private static final List<TermChange> TERM_CHANGES = List.of(TermChange.values());
    private static final Instant ORDERS_END = Instant.EPOCH;
    private static final int WORKERS = 2;
    private static final int STEPS = 80;
    private static final int QUIET_ROUNDS = 200;

    private final Random random;
    private final MutableClock clock = MutableClock.at(Instant.parse("2026-11-22T08:00:00Z"));
    private final InMemoryLedgerStore<Instance> store = new InMemoryLedgerStore<>(Coroutine::pause);
    private final List<ReconcileRequest> queue = new ArrayList<>();
    private final List<Event<InstanceFact>> facts = new ArrayList<>();
    private final List<Coroutine> running = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger consumed = new AtomicInteger();
    private final UnreliableProduct product;
    private final Ledger<Instance> ledger;
    private final ReconcileLoop<Instance> loop;
    private final Sweep sweep;
    private long publishedVersion;
    private int workers;
    private boolean consuming;

    World(long seed, boolean fencing) {
        random = new Random(seed);
        product = new UnreliableProduct(random, fencing);
        Supplier<String> nextId = () -> "id-" + ids.incrementAndGet();
        Requests requests = request -> {
            Coroutine.pause();
            queue.add(request);
            return Mono.empty();
        };
        var shape = new InstanceShape();
        ledger = new Ledger<>(store, shape, clock, nextId);
        var reports = new ReconcileReports(
                new Telemetry("model", clock, new RecordingJournal(), new SimpleMeterRegistry()),
                new RecordingFindings());
        loop = new ReconcileLoop<>(
                new ReconcileLoop.Subject<>(store, shape),
                new InstanceWorker(
                        new InstanceWorker.Orders((_, lookUp) -> order(lookUp.order()), (_, _) -> Flux.empty()),
                        new Remarks(new RecordingFindings()),
                        new InstanceWorker.Product(
                                product, (_, info) -> new Access(info.frontEndUrl(), null, null, null, null)),
                        clock),
                (_, version) -> publish(version),
                new ReconcileLoop.Surroundings(clock, nextId, LEASE, requests, reports));
        sweep = new Sweep(store, "instances", GRACE, new Sweep.Tools(clock, nextId, requests));
        makeFacts();
    }

    /** Runs one interleaving to its end. */
    void run() {
        for (int step = 0; step < STEPS; step++) {
            act();
        }
        becomeQuiet();
    }

    /** The promise: what is real is what was wanted last, once, and the world was told. */
    void assertEndedRight() {
        var entry = Objects.requireNonNull(ledger.find(ID).block(), "the purchase was stored");
        var instance = entry.state();
        assertThat(entry.work()).as("nothing is left to do").isNull();
        var told = Told.by(facts);
        assertThat(instance.spec().wanted().value())
                .as("what is wanted is what the facts say")
                .isEqualTo(told.wanted());
        var real = Objects.requireNonNull(product.real(), "something was made real");
        assertThat(real.wanted()).as("reality is what was wanted last").isEqualTo(told.wanted());
        if (told.wanted() != WantedState.RELEASED) {
            var product = Objects.requireNonNull(real.bought()).product();
            assertThat(Objects.requireNonNull(product).productId())
                    .as("of the order that was named last")
                    .isEqualTo(told.order());
            assertThat(real.bought().chargingMode()).as("of the purchase").isEqualTo(ChargingMode.PERIOD);
            assertThat(real.expiresAt())
                    .as("until the end that was told last, or else the order's")
                    .isEqualTo(Objects.requireNonNullElse(told.expiresAt(), ORDERS_END));
        }
        assertThat(instance.paid().inForce().order().orderId())
                .as("paid by the last order that was not cancelled")
                .isEqualTo(told.paidBy());
        assertThat(publishedVersion)
                .as("the last version was published, and receivers ignore older ones")
                .isEqualTo(entry.version());
    }

    private void act() {
        switch (random.nextInt(14)) {
            case 0, 1 -> consumeNext();
            case 2, 3 -> startWorker();
            case 4 -> clock.advance(Duration.ofSeconds(random.nextInt(1, 90)));
            case 5 -> product.deliverLate();
            case 6 -> disturbQueue();
            case 7 -> start(() -> sweep.once().block());
            case 8 -> killOne();
            case 9 -> start(this::reportLate);
            default -> resumeOne();
        }
    }

    private void consumeNext() {
        int next = consumed.get();
        if (consuming || next >= facts.size()) {
            return;
        }
        consuming = true;
        var fact = facts.get(next);
        var redelivered = random.nextInt(4) == 0;
        start(() -> {
            try {
                apply(current -> Decisions.decide(current, fact));
                if (!redelivered) {
                    consumed.compareAndSet(next, next + 1);
                }
            } finally {
                consuming = false;
            }
        });
    }

    /** As the route for call-backs does it: apply, then ask for a reconcile. */
    private void reportLate() {
        var wish = product.keepPromise();
        if (wish != null) {
            var access = new Access("https://app.example.com/" + wish.instanceId(), null, null, null, null);
            apply(current -> new Report.Ready(access).on(current, wish.generation()));
        }
    }

    private void apply(Ledger.Decision<Instance> decision) {
        var change = Objects.requireNonNull(ledger.apply(ID, decision).block());
        // A process may die between the write and the request.
        Coroutine.pause();
        change.pending().ifPresent(ticket -> queue.add(new ReconcileRequest("instances", ID, ticket)));
    }

    private void startWorker() {
        if (workers >= WORKERS || queue.isEmpty()) {
            return;
        }
        workers++;
        var request = queue.remove(random.nextInt(queue.size()));
        start(() -> {
            var ended = false;
            try {
                if (loop.handle(request) == ReconcileLoop.Alarm.NEXT_RUNG) {
                    queue.add(request);
                }
                ended = true;
            } finally {
                workers--;
                if (!ended && random.nextBoolean()) {
                    queue.add(request);
                }
            }
        });
    }

    private void disturbQueue() {
        if (!queue.isEmpty()) {
            var request = queue.get(random.nextInt(queue.size()));
            if (random.nextBoolean()) {
                queue.add(request);
            } else {
                queue.remove(request);
            }
        }
    }

    private void start(Runnable body) {
        running.add(new Coroutine(body));
        running.removeIf(Coroutine::done);
    }

    private void resumeOne() {
        if (!running.isEmpty()) {
            var one = running.get(random.nextInt(running.size()));
            one.resume();
            running.removeIf(Coroutine::done);
        }
    }

    private void killOne() {
        if (!running.isEmpty()) {
            running.remove(random.nextInt(running.size())).kill();
        }
    }

    private void becomeQuiet() {
        product.becomeReliable();
        for (int round = 0; round < QUIET_ROUNDS && !quiet(); round++) {
            consumeNext();
            startWorker();
            while (!running.isEmpty()) {
                resumeOne();
            }
            if (queue.isEmpty() && consumed.get() == facts.size()) {
                clock.advance(LEASE.plus(GRACE));
                start(() -> apply(Decisions::retry));
                start(() -> sweep.once().block());
            } else {
                clock.advance(Duration.ofMinutes(1));
            }
        }
        while (product.deliverLate()) {
            // what was given up long ago arrives at last
        }
    }

    private boolean quiet() {
        var entry = ledger.find(ID).block();
        return entry != null
                && entry.work() == null
                && entry.state().status().failure() == null
                && queue.isEmpty()
                && consumed.get() == facts.size();
    }

    private void publish(long version) {
        Coroutine.pause();
        publishedVersion = Math.max(publishedVersion, version);
    }

    /**
     * An order tells its own name as its product's, so that what was bought shows which order it was learned from, and an end
     * that no call ever tells: a call's end counts. V1's calls do the same.
     */
    private OrderQuery.Answer order(OrderKey order) {
        Coroutine.pause();
        var details = new OrderDetails("ANY", ChargingMode.PERIOD, productOf(order), null, ORDERS_END, null);
        return !product.reliable() && random.nextInt(4) == 0
                ? new OrderQuery.Answer.NotNow("busy")
                : new OrderQuery.Answer.Found(details, 1);
    }

    private void makeFacts() {
        var asOf = clock.instant();
        facts.add(fact("purchase", asOf, anyPurchase()));
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            asOf = asOf.plusSeconds(random.nextInt(-8, 60));
            facts.add(fact("fact-" + i, asOf, anyFact("CS-" + i)));
        }
        if (random.nextInt(4) == 0) {
            facts.add(fact("release", asOf.plusSeconds(10), new InstanceReleased(null)));
        }
        if (random.nextInt(3) == 0) {
            facts.add(facts.get(random.nextInt(facts.size())));
        }
    }

    /** By V2, by V1, and by V1 without saying how it is paid (saas-v1 §10, A26). */
    private InstanceFact anyPurchase() {
        var end = Instant.EPOCH.plus(Duration.ofDays(2));
        return switch (random.nextInt(3)) {
            case 0 -> new InstancePurchased(InstanceKind.SAAS, ORDER);
            case 1 -> bought(new OrderDetails("NEW", ChargingMode.PERIOD, productOf(ORDER), null, end, null));
            default -> bought(new OrderDetails("NEW", null, productOf(ORDER), null, end, null));
        };
    }

    private static InstanceFact bought(OrderDetails told) {
        return new InstancePurchased(InstanceKind.SAAS, ORDER, told, AccessForm.ENCRYPTED);
    }

    private static Product productOf(OrderKey order) {
        return new Product(order.orderId(), null, null);
    }

    private @Nullable OrderDetails toldOf(OrderKey order) {
        return random.nextBoolean() ? null : new OrderDetails("ANY", null, productOf(order), null, null, null);
    }

    /** As V1 tells it, or nothing, as V2 does. */
    private @Nullable OrderDetails anyTold(OrderKey order) {
        var product = random.nextBoolean() ? productOf(order) : null;
        return random.nextBoolean() ? null : new OrderDetails("ANY", null, product, null, null, null);
    }

    private InstanceFact anyFact(String orderId) {
        var order = new OrderKey(orderId, null, null);
        return switch (random.nextInt(6)) {
            case 0, 1 -> new InstanceFrozen();
            case 2, 3 -> new InstanceUnfrozen();
            case 4 -> new UpgradeOrdered(order, toldOf(order));
            default ->
                new TermChanged(
                        TERM_CHANGES.get(random.nextInt(TERM_CHANGES.size())),
                        order,
                        null,
                        Instant.EPOCH.plus(Duration.ofDays(random.nextInt(1, 5))),
                        random.nextInt(4) == 0,
                        anyTold(order));
        };
    }

    private Event<InstanceFact> fact(String id, Instant asOf, InstanceFact data) {
        return new Event<>(id, ID, "/model", asOf, asOf, null, data);
    }
}
