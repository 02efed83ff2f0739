package io.koobridge.benchmark.load.callbacks;

import io.koobridge.benchmark.load.generator.Purchases;
import io.koobridge.benchmark.load.process.Children;
import io.koobridge.benchmark.load.targets.BareEndpoint;
import io.koobridge.benchmark.load.targets.Driver;
import io.koobridge.benchmark.load.targets.Gateway;
import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.ResolveStub;
import io.koobridge.benchmark.load.targets.SynchronousPeer;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.Progress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * All targets, running side by side for the whole section, so that each is compiled once and repetitions can take turns. Only the one under load
 * works; a resting broker, store or service takes less than a hundredth of a processor.
 */
final class Rig implements AutoCloseable {

    private static final long SEED = 4_2026;

    private final Children children;
    private final ResolveStub stub;
    private final Gateway gateway;
    private final BareEndpoint bare;
    private final SynchronousPeer peer;
    private final List<Driver> drivers = new ArrayList<>();

    private Rig(Path home, Progress progress) {
        int resolvePort = FreePort.next();
        this.stub = new ResolveStub(resolvePort, ResolveStub.Knows.NOTHING);
        this.gateway = new Gateway(FreePort.next(), FreePort.next(), FreePort.next(), resolvePort);
        this.bare = new BareEndpoint(FreePort.next());
        this.peer = new SynchronousPeer(FreePort.next(), FreePort.next());
        this.children = new Children(home, progress);
    }

    static Rig start(Path root, Path home, Progress progress) throws InterruptedException {
        var rig = new Rig(home, progress);
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
        children.start(List.of(processes.broker(gateway.brokerPort()), processes.store(peer.storePort())));
        children.start(List.of(gateway.process(processes, key), bare.process(processes), peer.process(processes, key)));
        var purchases = new Purchases(key, InstantSource.system(), SEED);
        drivers.add(new Driver(gateway.target(), purchases, children::pid, stub::answered));
        drivers.add(new Driver(bare.target(), purchases, children::pid, () -> 0));
        drivers.add(new Driver(peer.target(), purchases, children::pid, () -> 0));
    }

    /** In the order in which repetitions go through them. */
    List<Driver> drivers() {
        return drivers;
    }

    Gateway gateway() {
        return gateway;
    }

    BareEndpoint bare() {
        return bare;
    }

    SynchronousPeer peer() {
        return peer;
    }

    @Override
    public void close() {
        drivers.forEach(Driver::close);
        children.close();
        stub.close();
    }
}
