package io.koobridge.benchmark.load.suite;

import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.process.Meters;
import io.koobridge.benchmark.load.process.Usage;
import io.koobridge.benchmark.load.targets.Target;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.environment.Endpoint;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Secret;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.process.StopAtExit;
import io.koobridge.stack.program.AotCaches;
import io.koobridge.stack.program.JavaCommand;
import io.koobridge.stack.suite.Installation;
import io.koobridge.stack.suite.Programs;
import io.koobridge.stack.suite.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A suite of its own, on free ports. */
final class SuiteStack implements AutoCloseable {

    static final String GATEWAY = "gateway";
    static final String PROVISIONING = "provisioning";
    static final List<String> PROCESSES = List.of(GATEWAY, PROVISIONING, "broker", "store", "simulator");

    private final Installation installation;
    private final Suite suite;
    private final StopAtExit stopAtExit;

    private SuiteStack(Installation installation, Progress progress) {
        this.installation = installation;
        this.suite = new Suite(installation, progress);
        this.stopAtExit = new StopAtExit(suite::close);
    }

    /** What the user set for other suites does not count. */
    static SuiteStack start(Path root, Path home, Progress progress) {
        var stack = new SuiteStack(Installation.of(Programs.of(root), home, new Settings(Map.of()), true), progress);
        try {
            stack.suite.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    Target target() {
        return new Target(
                GATEWAY,
                "full stack",
                installation.addresses().number(Endpoint.GATEWAY),
                Expectation.storedOrReady(),
                List.of(PROVISIONING, "broker", "store", "simulator"));
    }

    AccessKey key() {
        return new AccessKey("benchmark", installation.keys().value(Secret.KEY_BASE), null);
    }

    /** Of provisioning. */
    Meters meters() {
        return new Meters(installation.addresses().number(Endpoint.PROVISIONING_INTERNAL));
    }

    /** Which of the services were started with an AOT cache, in a sentence. */
    String caches() {
        var programs = installation.programs();
        var caches = AotCaches.of(programs.root());
        var all = new LinkedHashMap<String, JavaCommand>();
        all.put(GATEWAY, programs.gateway());
        all.put(PROVISIONING, programs.provisioning());
        all.put("broker", programs.broker());
        all.put("store", programs.store());
        all.put("simulator", programs.simulator());
        var with = all.keySet().stream()
                .filter(name ->
                        caches.isThere(Objects.requireNonNull(all.get(name)).program()))
                .toList();
        return "With an AOT cache: " + (with.isEmpty() ? "none" : String.join(", ", with)) + ".";
    }

    long pid(String process) {
        String pid = suite.variables().get("KOOBRIDGE_PID_" + process.toUpperCase(Locale.ROOT));
        if (pid == null) {
            throw new StackFailure("The " + process + " does not run any more");
        }
        return Long.parseLong(pid);
    }

    /** Processor time of each process so far. */
    Map<String, Duration> processorTimes() {
        var times = new LinkedHashMap<String, Duration>();
        PROCESSES.forEach(process -> times.put(process, Usage.processorTime(pid(process))));
        return times;
    }

    @Override
    public void close() {
        stopAtExit.close();
    }
}
