package io.koobridge.benchmark.load.editions;

import io.koobridge.benchmark.load.generator.EditionCalls;
import io.koobridge.benchmark.load.generator.EditionCalls.What;
import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.process.Children;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Gateway;
import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.ResolveStub;
import io.koobridge.benchmark.load.targets.Target;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.Progress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One gateway with a real broker and a stub that knows a ready instance for every order. */
final class EditionRig implements AutoCloseable {

    private static final long SEED = 11_2026;

    private final Children children;
    private final ResolveStub stub;
    private final Gateway gateway;
    private final List<Driver> drivers = new ArrayList<>();

    /**
     * The same call in two editions.
     *
     * @param call as bars name it
     */
    record Pair(String call, Target v1, Target v2) {

        List<Target> both() {
            return List.of(v2, v1);
        }
    }

    private EditionRig(Path home, Progress progress) {
        int resolvePort = FreePort.next();
        this.stub = new ResolveStub(resolvePort, ResolveStub.Knows.A_READY_INSTANCE);
        this.gateway = new Gateway(FreePort.next(), FreePort.next(), FreePort.next(), resolvePort);
        this.children = new Children(home, progress);
    }

    static EditionRig start(Path root, Path home, Progress progress) throws InterruptedException {
        var rig = new EditionRig(home, progress);
        try {
            rig.start(new Processes(root, home));
            return rig;
        } catch (RuntimeException | InterruptedException e) {
            rig.close();
            throw e;
        }
    }

    private void start(Processes processes) throws InterruptedException {
        var key = new AccessKey("benchmark", UUID.randomUUID().toString(), null);
        children.start(List.of(processes.broker(gateway.brokerPort())));
        children.start(List.of(gateway.process(processes, key)));
        long seed = SEED;
        for (var what : What.values()) {
            var calls = new EditionCalls(what, key, InstantSource.system(), seed++);
            drivers.add(new Driver(target(what), calls, children::pid, stub::answered));
        }
    }

    List<Driver> drivers() {
        return drivers;
    }

    List<Pair> pairs() {
        return List.of(
                new Pair("newInstance", target(What.PURCHASE_V1), target(What.PURCHASE_V2)),
                new Pair("refreshInstance", target(What.RENEWAL_V1), target(What.RENEWAL_V2)));
    }

    private Target target(What what) {
        var label =
                switch (what) {
                    case PURCHASE_V2 -> "newInstance of V2";
                    case PURCHASE_V1 -> "newInstance of V1";
                    case RENEWAL_V2 -> "refreshInstance of V2";
                    case RENEWAL_V1 -> "refreshInstance of V1";
                };
        return new Target(
                gateway.target().process(), label, gateway.publicPort(), expectation(what), List.of(Processes.BROKER));
    }

    /** Who asks too late for an answer, on a machine that is busy, hears of a purchase that it is under way. */
    private static Expectation expectation(What what) {
        return switch (what) {
            case PURCHASE_V2, PURCHASE_V1 -> Expectation.storedOrReady();
            case RENEWAL_V2, RENEWAL_V1 -> new Expectation("000000", true);
        };
    }

    @Override
    public void close() {
        drivers.forEach(Driver::close);
        children.close();
        stub.close();
    }
}
