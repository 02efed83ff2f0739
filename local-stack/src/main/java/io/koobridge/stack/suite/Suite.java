package io.koobridge.stack.suite;

import io.koobridge.stack.demo.Outages;
import io.koobridge.stack.environment.Endpoint;
import io.koobridge.stack.environment.EnvFile;
import io.koobridge.stack.environment.Marketplace;
import io.koobridge.stack.keys.LicenseKeyFiles;
import io.koobridge.stack.keys.RsaKeyFiles;
import io.koobridge.stack.keys.Secret;
import io.koobridge.stack.process.Holds;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.Supervisor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The whole suite of one installation. While it is ready its {@code local.env} tells how to reach it. */
public final class Suite implements AutoCloseable {

    private final Installation installation;
    private final Infrastructure infrastructure;
    private final Supervisor supervisor;
    private final Outages outages;
    private final EnvFile localEnv;
    private boolean closed;

    public Suite(Installation installation, Progress progress) {
        this.installation = installation;
        this.infrastructure = new Infrastructure(installation);
        this.localEnv = EnvFile.localEnv(installation.home());
        localEnv.delete();
        this.supervisor =
                new Supervisor(installation.home(), installation.programs().occasion(), progress);
        this.outages = new SuiteOutages(supervisor, new Holds(installation.home()));
    }

    /** Returns when everything is ready. */
    public void start() {
        supervisor.startTogether(infrastructure.processes());
        supervisor.startTogether(new Services(installation, infrastructure).processes());
        supervisor.onRestart(this::announce);
        announce();
    }

    public Outages outages() {
        return outages;
    }

    private synchronized void announce() {
        if (!closed) {
            localEnv.write(variables());
        }
    }

    public Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        for (Endpoint endpoint : Endpoint.values()) {
            variables.put(endpoint.variable(), installation.addresses().address(endpoint));
        }
        for (Secret secret : Secret.values()) {
            variables.put(secret.variable(), installation.keys().value(secret));
        }
        variables.put(Marketplace.URL, Marketplace.url(installation.settings(), installation.addresses()));
        ExampleProduct.address(installation.settings())
                .ifPresent(address -> variables.put(ExampleProduct.URL, address.toString()));
        variables.put(RsaKeyFiles.PUBLIC, installation.keys().rsa().publicKey().toString());
        variables.put(
                LicenseKeyFiles.PUBLIC,
                installation.keys().license().publicKey().toString());
        supervisor
                .pids()
                .forEach((name, pid) ->
                        variables.put("KOOBRIDGE_PID_" + name.toUpperCase(Locale.ROOT), Long.toString(pid)));
        return variables;
    }

    /** Stops the services, then what they lean on. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            localEnv.delete();
        }
        supervisor.close();
    }
}
