package io.koobridge.benchmark.load.targets;

import io.koobridge.benchmark.load.process.Jvm;
import io.koobridge.stack.broker.BrokerMain;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.Port;
import io.koobridge.stack.process.ProcessSpec;
import io.koobridge.stack.process.Readiness;
import io.koobridge.stack.store.StoreMain;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The processes of the targets, all on ports of their own.
 *
 * @param root of the project, where the built jars are
 * @param home of their data
 */
public record Processes(Path root, Path home) {

    public static final String BROKER = "broker";
    public static final String STORE = "store";

    /** Real Kafka, as the local stack starts it. */
    public ProcessSpec broker(int port) {
        return new ProcessSpec(
                BROKER,
                Jvm.ofClass(
                        BrokerMain.class,
                        Integer.toString(port),
                        Integer.toString(FreePort.next()),
                        home.resolve(BROKER).toString()),
                Map.of(),
                new Readiness.Tcp(port),
                List.of(own(port)));
    }

    /** The stand-in store that answers a write when it is on disk. */
    public ProcessSpec store(int port) {
        return new ProcessSpec(
                STORE,
                Jvm.ofClass(
                        StoreMain.class,
                        Integer.toString(port),
                        home.resolve("store/store.mv").toString()),
                Map.of(),
                new Readiness.Tcp(port),
                List.of(own(port)));
    }

    /**
     * A module's runnable jar that answers health questions.
     *
     * @param ports its public one first; the last of them answers {@code /actuator/health}
     */
    public ProcessSpec application(String name, String module, Map<String, String> environment, List<Integer> ports) {
        return application(name, Jvm.ofJar(root, module), environment, ports);
    }

    static ProcessSpec application(
            String name, List<String> commandLine, Map<String, String> environment, List<Integer> ports) {
        return new ProcessSpec(
                name,
                commandLine,
                environment,
                new Readiness.Http(URI.create("http://127.0.0.1:" + ports.getLast() + "/actuator/health")),
                ports.stream().map(Processes::own).toList());
    }

    private static Port own(int number) {
        return new Port(number, "nothing: it is chosen anew at each start");
    }
}
