package io.koobridge.stack.suite;

import static io.koobridge.stack.environment.Endpoint.BROKER;
import static io.koobridge.stack.environment.Endpoint.GATEWAY;
import static io.koobridge.stack.environment.Endpoint.SIMULATOR;
import static io.koobridge.stack.environment.Endpoint.STORE;

import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Secret;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.ProcessSpec;
import io.koobridge.stack.process.Readiness;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the services lean on: broker and store, unless the user gave real ones, and the stand-in marketplace. */
public final class Infrastructure {

    /** Business time, which the marketplace keeps (design §9). */
    static final String TIME_ORIGIN = "KOOBRIDGE_TIME_ORIGIN";

    static final String TIME_SPEED = "KOOBRIDGE_TIME_SPEED";

    /** How often the marketplace asks whether an instance is ready; its own default unless a run decides otherwise. */
    public static final String POLL_INTERVAL = "KOOBRIDGE_SIMULATOR_POLLINTERVAL";

    private final Installation installation;
    private final Programs programs;

    Infrastructure(Installation installation) {
        this.installation = installation;
        this.programs = installation.programs();
    }

    List<ProcessSpec> processes() {
        var processes = new ArrayList<ProcessSpec>();
        if (installation.settings().get(Settings.KAFKA).isEmpty()) {
            processes.add(broker());
        }
        if (installation.settings().get(Settings.MONGODB).isEmpty()) {
            processes.add(store());
        }
        processes.add(simulator());
        ExampleProduct.process(installation).ifPresent(processes::add);
        return processes;
    }

    String bootstrapServers() {
        return installation.settings().get(Settings.KAFKA).orElseGet(() -> installation
                .addresses()
                .address(BROKER));
    }

    /** Each service has a database of its own. */
    String mongoUri(String database) {
        String server = installation.settings().get(Settings.MONGODB).orElseGet(() -> installation
                .addresses()
                .address(STORE));
        return MongoUri.withDatabase(server, database);
    }

    private ProcessSpec broker() {
        int port = installation.addresses().number(BROKER);
        return new ProcessSpec(
                "broker",
                programs.commandLine(programs.broker(
                        Integer.toString(port),
                        Integer.toString(FreePort.next()),
                        installation.home().resolve("broker").toString())),
                Map.of(),
                new Readiness.Tcp(port),
                List.of(installation.addresses().port(BROKER)));
    }

    private ProcessSpec store() {
        int port = installation.addresses().number(STORE);
        return new ProcessSpec(
                "store",
                programs.commandLine(programs.store(
                        Integer.toString(port),
                        installation.home().resolve("store/store.mv").toString())),
                Map.of(),
                new Readiness.Tcp(port),
                List.of(installation.addresses().port(STORE)));
    }

    private ProcessSpec simulator() {
        var addresses = installation.addresses();
        var keys = installation.keys();
        var environment = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(addresses.number(SIMULATOR)),
                "SERVER_ADDRESS", "127.0.0.1",
                "KOOBRIDGE_SIMULATOR_GATEWAYURL", addresses.address(GATEWAY),
                "KOOBRIDGE_SIMULATOR_KEYBASE", keys.value(Secret.KEY_BASE),
                "KOOBRIDGE_SIMULATOR_OPENAPIAK", keys.value(Secret.OPEN_API_AK),
                "KOOBRIDGE_SIMULATOR_OPENAPISK", keys.value(Secret.OPEN_API_SK)));
        environment.put("KOOBRIDGE_SIMULATOR_KEYV1", keys.value(Secret.KEY_V1));
        environment.put("KOOBRIDGE_SIMULATOR_KEYGENERAL", keys.value(Secret.KEY_GENERAL));
        environment.put("KOOBRIDGE_SIMULATOR_ORDERSPATH", ProductionAddresses.ORDERS_PATH);
        environment.put("KOOBRIDGE_SIMULATOR_LICENSE_PATH", ProductionAddresses.LICENSE_PATH);
        environment.put("KOOBRIDGE_SIMULATOR_LICENSE_KEYBASE", keys.value(Secret.KEY_LICENSE));
        environment.put("KOOBRIDGE_SIMULATOR_LICENSE_KEYV1", keys.value(Secret.KEY_LICENSE_V1));
        environment.put("KOOBRIDGE_SIMULATOR_LICENSECODE_PATH", ProductionAddresses.LICENSE_CODE_PATH);
        environment.put("KOOBRIDGE_SIMULATOR_LICENSECODE_KEY", keys.value(Secret.KEY_LICENSE_CODE));
        environment.putAll(JointOperations.ofSimulator(installation));
        for (String decided : List.of(TIME_ORIGIN, TIME_SPEED, POLL_INTERVAL)) {
            installation.settings().get(decided).ifPresent(value -> environment.put(decided, value));
        }
        return new ProcessSpec(
                "simulator",
                programs.commandLine(programs.simulator()),
                environment,
                new Readiness.Http(URI.create(addresses.address(SIMULATOR) + "/health")),
                List.of(addresses.port(SIMULATOR)));
    }
}
