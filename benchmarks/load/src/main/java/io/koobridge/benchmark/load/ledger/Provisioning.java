package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Keys;
import io.koobridge.stack.keys.SealingFiles;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Provisioning's jar, as a deployment would start it, with a template as its product and a marketplace of ours.
 *
 * @param internalPort for questions, health and metrics
 */
record Provisioning(int publicPort, int internalPort, Surroundings surroundings) {

    static final String NAME = "provisioning";
    static final String GROUP = "provisioning-service";
    static final String DATABASE = "koobridge_provisioning";

    static Provisioning on(Surroundings surroundings) {
        return new Provisioning(FreePort.next(), FreePort.next(), surroundings);
    }

    ProcessSpec process(Processes processes) {
        return processes.application(
                NAME, "provisioning-service", environment(processes.home()), List.of(publicPort, internalPort));
    }

    private Map<String, String> environment(Path home) {
        var environment = surroundings.environment(publicPort, internalPort, DATABASE);
        environment.put("KOOBRIDGE_PROVISIONER_TEMPLATE_FRONTENDURL", "https://app.example.com/{instanceId}");
        environment.put("KOOBRIDGE_EXPIRY_CHECKINTERVAL", Surroundings.LONG);
        var keys = Keys.load(home, new Settings(Map.of()));
        for (var purpose : SealingFiles.Purpose.values()) {
            var files = keys.sealing(purpose);
            var prefix = "KOOBRIDGE_SEALING_" + purpose.name() + "_";
            environment.put(prefix + "PUBLICKEYSET", "file:" + files.publicKeyset());
            environment.put(prefix + "PRIVATEKEYSET", "file:" + files.privateKeyset());
        }
        return environment;
    }
}
