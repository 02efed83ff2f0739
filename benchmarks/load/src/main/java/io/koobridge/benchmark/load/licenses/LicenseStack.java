package io.koobridge.benchmark.load.licenses;

import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.generator.LicenseCalls;
import io.koobridge.benchmark.load.generator.LoadClient;
import io.koobridge.benchmark.load.generator.Outcome;
import io.koobridge.benchmark.load.generator.Purchases;
import io.koobridge.benchmark.load.process.Children;
import io.koobridge.benchmark.load.process.Meters;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Gateway;
import io.koobridge.benchmark.load.targets.Patience;
import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.ResolveStub;
import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.benchmark.load.targets.Target;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Gateway, license-service, broker and store. Applications go through all of them; for purchases of SaaS the gateway has the stub that it has
 * where V2 is measured.
 */
final class LicenseStack implements AutoCloseable {

    private static final String ACTIVITY = "getLicenseAsync";
    private static final long SEED = 12_2026;

    /** Below the home of the others, which go on while this one is replaced. */
    private static final String ISSUING = "issuing";

    /** At once: a service that has just started has 1.5 s for each question, and whoever asks it gives up on it for ten seconds. */
    private static final int FEW = 4;

    private static final int IN_A_ROW = 10;
    private static final int MANY = 200;

    /** Stored, or told to call again because nobody said in time whether there is a place: then nothing was promised. */
    private static final Expectation STORED_OR_TOO_LATE = new Expectation(List.of(Set.of("000004", "000005")), true);

    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(2);

    /** What a run leaves to be done may take several times as long as the run. */
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(5), Duration.ofMillis(10));

    private final Processes processes;
    private final Progress progress;
    private final Plan plan;
    private final Children children;
    private final ResolveStub stub;
    private final Gateway gateway;
    private final LicenseService service;
    private final AccessKey key = new AccessKey("benchmark", UUID.randomUUID().toString(), null);
    private final SoldLicenses sold;
    private final LicenseCalls applications;
    private final List<Driver> drivers = new ArrayList<>();
    private final Meters meters;
    private Children issuing;

    private LicenseStack(Lab lab, Path home, String marketplace) {
        int resolvePort = FreePort.next();
        int broker = FreePort.next();
        this.processes = new Processes(lab.root(), home);
        this.progress = lab.progress();
        this.plan = lab.plan();
        this.stub = new ResolveStub(resolvePort, ResolveStub.Knows.NOTHING);
        this.gateway = new Gateway(FreePort.next(), FreePort.next(), broker, resolvePort);
        this.service = LicenseService.on(new Surroundings(broker, FreePort.next(), marketplace, key));
        this.children = new Children(home, progress);
        this.issuing = new Children(home.resolve(ISSUING), progress);
        this.meters = new Meters(gateway.internalPort());
        this.sold = SoldLicenses.of(plan);
        this.applications = new LicenseCalls(key, InstantSource.system(), SEED, sold.instances());
    }

    /** All but the service that issues licences. */
    static LicenseStack start(Lab lab, Path home, String marketplace) throws InterruptedException {
        var stack = new LicenseStack(lab, home, marketplace);
        try {
            stack.start();
            return stack;
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private void start() throws InterruptedException {
        children.start(List.of(
                processes.broker(gateway.brokerPort()),
                processes.store(service.surroundings().storePort())));
        children.start(List.of(gateway.process(processes, key, service.internalPort())));
        drivers.add(new Driver(target(), applications, this::pid, this::accepted));
        drivers.add(
                new Driver(purchases(), new Purchases(key, InstantSource.system(), SEED), this::pid, stub::answered));
    }

    /** Has licences issued by this one from now on. */
    void issueBy(LicenseService.Issuer issuer) {
        issuing.close();
        issuing = new Children(processes.home().resolve(ISSUING), progress);
        issuing.start(List.of(service.process(processes, issuer)));
    }

    /** Tells of the instances, which the service knows from then on, whoever issues. */
    void sell() throws InterruptedException {
        sold.publish(gateway.brokerPort());
    }

    private long pid(String process) {
        return (process.equals(LicenseService.NAME) ? issuing : children).pid(process);
    }

    /** A few applications at a time, each followed by its licence: at whatever rate the machine is good for. */
    void warmUp(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (var client = new LoadClient(gateway.publicPort(), STORED_OR_TOO_LATE)) {
            while (System.nanoTime() < end) {
                requireRight(client.saturate(
                        applications.next(MANY), FEW, plan.warmUp().dividedBy(4)));
            }
        }
    }

    /**
     * Until the instances are known and what answers is loaded, marketplaces are told to come again; and for a while after a run in which too many
     * were.
     */
    void applyUntilTaken() throws InterruptedException {
        long deadline = System.nanoTime() + TAKEN_WITHIN.toNanos();
        try (var client = new LoadClient(gateway.publicPort(), STORED_OR_TOO_LATE)) {
            long refused;
            do {
                if (System.nanoTime() > deadline) {
                    throw new StackFailure(
                            "After %d s applications are not accepted".formatted(TAKEN_WITHIN.toSeconds()));
                }
                long before = accepted();
                var outcome = client.saturate(applications.next(IN_A_ROW), FEW, ROUND);
                requireRight(outcome);
                refused = IN_A_ROW - (accepted() - before);
            } while (refused > 0);
        }
    }

    private static void requireRight(Outcome outcome) {
        if (outcome.wrong() > 0) {
            throw new StackFailure(
                    "An application was answered wrong:%n%s".formatted(String.join("\n", outcome.examples())));
        }
    }

    /** Takes applications. */
    private Target target() {
        return new Target(
                gateway.target().process(),
                ACTIVITY,
                gateway.publicPort(),
                STORED_OR_TOO_LATE,
                List.of(LicenseService.NAME, Processes.BROKER, Processes.STORE));
    }

    /** Takes purchases of SaaS. */
    private Target purchases() {
        return new Target(
                gateway.target().process(),
                "newInstance of V2",
                gateway.publicPort(),
                gateway.target().expectation(),
                List.of(Processes.BROKER));
    }

    Driver applying() {
        return drivers.getFirst();
    }

    Driver buying() {
        return drivers.getLast();
    }

    /** How many applications were accepted so far, as the gateway counts them. */
    long accepted() {
        try {
            return meters.read()
                    .sum("koobridge_callbacks_total", "activity=\"" + ACTIVITY + '"', "result_code=\"000004\"");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while the gateway was asked for its metrics", e);
        }
    }

    /** Until something was done for each application that was accepted so far. */
    void await(LongSupplier done, String what) throws InterruptedException {
        PATIENCE.await(done::getAsLong, accepted(), "applications are " + what);
    }

    @Override
    public void close() {
        drivers.forEach(Driver::close);
        meters.close();
        issuing.close();
        children.close();
        stub.close();
    }
}
