package io.koobridge.benchmark.load.targets;

import io.koobridge.benchmark.load.generator.Expectation;
import io.koobridge.benchmark.load.process.Jvm;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Keys;
import io.koobridge.stack.keys.SealingFiles;
import io.koobridge.stack.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gateway's jar, as a deployment would start it: its broker is real, its provisioning is whoever listens on {@code resolvePort}.
 *
 * @param publicPort for KooGallery's calls
 * @param internalPort for health
 */
public record Gateway(int publicPort, int internalPort, int brokerPort, int resolvePort) {

    private static final String NAME = "gateway";

    /** Stored and being provisioned (saas-v2 §3.5), and signed. */
    public Target target() {
        return new Target(NAME, "gateway", publicPort, new Expectation("000004", true), List.of(Processes.BROKER));
    }

    public ProcessSpec process(Processes processes, AccessKey key) {
        return process(Jvm.ofJar(processes.root(), "gateway-service"), processes, key);
    }

    /** The same with keys of the kit, which it asks whoever listens on that port about. */
    public ProcessSpec kitProcess(Processes processes, AccessKey key, int tenantsPort) {
        var environment = environment(processes.home(), key);
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_KIT_0_ID", "kit");
        environment.put(
                "KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_KIT_0_SECRET", kitKey(key).secret());
        environment.put("KOOBRIDGE_GATEWAY_TENANTSYNCURL", "http://127.0.0.1:" + tenantsPort);
        environment.put("KOOBRIDGE_TOPICS_PARTITIONS", Surroundings.PARTITIONS_AS_LISTED);
        environment.put(
                "KOOBRIDGE_SEALING_USERS_PUBLICKEYSET",
                "file:"
                        + Keys.load(processes.home(), new Settings(Map.of()))
                                .sealing(SealingFiles.Purpose.USERS)
                                .publicKeyset());
        return processes.application(NAME, "gateway-service", environment, List.of(publicPort, internalPort));
    }

    /** No interface type has the key of another. */
    public static AccessKey kitKey(AccessKey key) {
        return new AccessKey("kit", key.secret() + "-kit", null);
    }

    /** The same with an address for licences, about which it asks whoever listens on that port. */
    public ProcessSpec process(Processes processes, AccessKey key, int licensePort) {
        var environment = environment(processes.home(), key);
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_1_PATH", "/koogallery/license");
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_1_KIND", "LICENSE");
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_1_KEYS_BASE_0_ID", key.id());
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_1_KEYS_BASE_0_SECRET", key.secret());
        environment.put("KOOBRIDGE_GATEWAY_LICENSEURL", "http://127.0.0.1:" + licensePort);
        environment.put("KOOBRIDGE_TOPICS_PARTITIONS", Surroundings.PARTITIONS_AS_LISTED);
        return processes.application(NAME, "gateway-service", environment, List.of(publicPort, internalPort));
    }

    /** The same, started by this command line. */
    public ProcessSpec process(List<String> commandLine, Processes processes, AccessKey key) {
        return Processes.application(
                NAME, commandLine, environment(processes.home(), key), List.of(publicPort, internalPort));
    }

    private Map<String, String> environment(Path home, AccessKey key) {
        var environment = new TreeMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(publicPort));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(internalPort));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("KOOBRIDGE_SELLERID", "benchmark");
        environment.put("KOOBRIDGE_INTERNAL_TOKENS_0", key.secret());
        environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:" + brokerPort);
        environment.put("KOOBRIDGE_TOPICS_MODE", "create");
        environment.put("KOOBRIDGE_TOPICS_PARTITIONS", "3");
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_0_PATH", "/koogallery/saas");
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_0_KIND", "SAAS");
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_0_ID", key.id());
        environment.put("KOOBRIDGE_GATEWAY_ADDRESSES_0_KEYS_BASE_0_SECRET", key.secret());
        environment.put("KOOBRIDGE_GATEWAY_PROVISIONINGURL", "http://127.0.0.1:" + resolvePort);
        environment.put(
                "KOOBRIDGE_SEALING_CONTACT_PUBLICKEYSET",
                "file:"
                        + Keys.load(home, new Settings(Map.of()))
                                .sealing(SealingFiles.Purpose.CONTACT)
                                .publicKeyset());
        return environment;
    }
}
