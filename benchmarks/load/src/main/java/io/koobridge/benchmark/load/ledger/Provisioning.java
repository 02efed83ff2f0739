package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Keys;
import io.koobridge.stack.keys.SealingFiles;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Provisioning's jar, as a deployment would start it, with a template as its product and a marketplace of ours.
 *
 * @param internalPort for questions, health and metrics
 */
record Provisioning(int publicPort, int internalPort, Surroundings surroundings) {

    static final String NAME = "provisioning";
    static final String GROUP = "provisioning-service";
    static final String DATABASE = "koobridge_provisioning";
    static final String SELLER = "benchmark";

    /** What would look through the whole ledger by the clock, and so has no part in what one call or fact costs. */
    private static final String LONG = "10m";

    /** What it leans on. */
    record Surroundings(int brokerPort, int storePort, String marketplace, AccessKey token) {}

    static Provisioning on(Surroundings surroundings) {
        return new Provisioning(FreePort.next(), FreePort.next(), surroundings);
    }

    ProcessSpec process(Processes processes) {
        return processes.application(
                NAME, "provisioning-service", environment(processes.home()), List.of(publicPort, internalPort));
    }

    private Map<String, String> environment(Path home) {
        var environment = new TreeMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(publicPort));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(internalPort));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("KOOBRIDGE_SELLERID", SELLER);
        environment.put("KOOBRIDGE_INTERNAL_TOKENS_0", surroundings.token().secret());
        environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:" + surroundings.brokerPort());
        environment.put("KOOBRIDGE_TOPICS_MODE", "create");
        environment.put("KOOBRIDGE_TOPICS_PARTITIONS", "3");
        environment.put(
                "SPRING_MONGODB_URI", "mongodb://127.0.0.1:%d/%s".formatted(surroundings.storePort(), DATABASE));
        environment.put("KOOBRIDGE_OPENAPI_URL", surroundings.marketplace());
        environment.put("KOOBRIDGE_OPENAPI_ACCESSKEY", "benchmark-ak");
        environment.put("KOOBRIDGE_OPENAPI_SECRETKEY", "an-invented-secret-of-32-chars-k");
        environment.put("KOOBRIDGE_PROVISIONER_TEMPLATE_FRONTENDURL", "https://app.example.com/{instanceId}");
        environment.put("KOOBRIDGE_LEDGER_SWEEPINTERVAL", LONG);
        environment.put("KOOBRIDGE_GAUGES_INTERVAL", LONG);
        environment.put("KOOBRIDGE_EXPIRY_CHECKINTERVAL", LONG);
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
