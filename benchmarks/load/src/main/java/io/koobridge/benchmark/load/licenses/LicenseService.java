package io.koobridge.benchmark.load.licenses;

import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Keys;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * license-service's jar, as a deployment would start it.
 *
 * @param internalPort for questions, health and metrics
 */
record LicenseService(int publicPort, int internalPort, Surroundings surroundings) {

    static final String NAME = "license";

    private static final String DATABASE = "koobridge_license";

    /** Who makes the licences. */
    sealed interface Issuer {

        /** The service itself, with a key of its own. */
        record Signed() implements Issuer {}

        /** The seller's licence server. */
        record Server(String url) implements Issuer {}
    }

    static LicenseService on(Surroundings surroundings) {
        return new LicenseService(FreePort.next(), FreePort.next(), surroundings);
    }

    ProcessSpec process(Processes processes, Issuer issuer) {
        return processes.application(
                NAME, "license-service", environment(processes.home(), issuer), List.of(publicPort, internalPort));
    }

    private Map<String, String> environment(Path home, Issuer issuer) {
        var environment = surroundings.environment(publicPort, internalPort, DATABASE);
        environment.put("KOOBRIDGE_LICENSE_RESERVATION_CHECKINTERVAL", Surroundings.LONG);
        environment.put("KOOBRIDGE_TOPICS_PARTITIONS", Surroundings.PARTITIONS_AS_LISTED);
        switch (issuer) {
            case Issuer.Signed() -> {
                var key = Keys.load(home, new Settings(Map.of())).license();
                environment.put("KOOBRIDGE_LICENSE_ISSUER_KIND", "signed");
                environment.put("KOOBRIDGE_LICENSE_SIGNING_KEYS_0_KID", "benchmark-1");
                environment.put("KOOBRIDGE_LICENSE_SIGNING_KEYS_0_PRIVATEKEY", "file:" + key.privateKey());
            }
            case Issuer.Server(var url) -> {
                environment.put("KOOBRIDGE_LICENSE_ISSUER_HTTP_URL", url);
                environment.put("KOOBRIDGE_LICENSE_ISSUER_HTTP_SECRET", SlowLicenseServer.SECRET);
            }
        }
        return environment;
    }
}
