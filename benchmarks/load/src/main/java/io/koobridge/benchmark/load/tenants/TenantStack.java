package io.koobridge.benchmark.load.tenants;

import io.koobridge.benchmark.load.process.Children;
import io.koobridge.benchmark.load.process.Meters;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.targets.Gateway;
import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.FreePort;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Gateway, tenant-sync-service, broker and store. */
final class TenantStack implements AutoCloseable {

    private static final double MEBIBYTE = 1024 * 1024;

    private final Children children;
    private final KitCaller caller;
    private final TenantRows rows;
    private final Meters meters;

    private TenantStack(Children children, KitCaller caller, TenantRows rows, Meters meters) {
        this.children = children;
        this.caller = caller;
        this.rows = rows;
        this.meters = meters;
    }

    static TenantStack start(Lab lab, Path home) {
        var key = new AccessKey("benchmark", UUID.randomUUID().toString(), null);
        var processes = new Processes(lab.root(), home);
        var children = new Children(home, lab.progress());
        try {
            int broker = FreePort.next();
            int store = FreePort.next();
            // Nobody asks the marketplace about tenants, nor provisioning.
            var nobody = FreePort.next();
            var service = TenantService.on(new Surroundings(broker, store, "http://127.0.0.1:" + nobody, key));
            var gateway = new Gateway(FreePort.next(), FreePort.next(), broker, nobody);
            children.start(List.of(processes.broker(broker), processes.store(store)));
            children.start(
                    List.of(service.process(processes), gateway.kitProcess(processes, key, service.internalPort())));
            return new TenantStack(
                    children,
                    new KitCaller(gateway.publicPort(), Gateway.kitKey(key), InstantSource.system()),
                    new TenantRows(store),
                    new Meters(service.internalPort()));
        } catch (RuntimeException e) {
            children.close();
            throw e;
        }
    }

    KitCaller caller() {
        return caller;
    }

    TenantRows rows() {
        return rows;
    }

    /** What tenant-sync-service has in its heap now, in MiB, garbage included. */
    double heap() throws InterruptedException {
        return meters.read().sum("jvm_memory_used_bytes", "area=\"heap\"") / MEBIBYTE;
    }

    @Override
    public void close() {
        rows.close();
        meters.close();
        caller.close();
        children.close();
    }
}
