package io.koobridge.benchmark.load.tenants;

import io.koobridge.benchmark.load.targets.Processes;
import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.keys.Keys;
import io.koobridge.stack.keys.SealingFiles.Purpose;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.ProcessSpec;
import java.util.List;
import java.util.Map;

/**
 * tenant-sync-service's jar, as a deployment would start it, without a directory: what is measured is storing.
 *
 * @param internalPort for questions, health and metrics
 */
record TenantService(int publicPort, int internalPort, Surroundings surroundings) {

    static final String NAME = "tenants";
    static final String DATABASE = "koobridge_tenants";

    static TenantService on(Surroundings surroundings) {
        return new TenantService(FreePort.next(), FreePort.next(), surroundings);
    }

    ProcessSpec process(Processes processes) {
        var environment = surroundings.environment(publicPort, internalPort, DATABASE);
        environment.put("KOOBRIDGE_TOPICS_PARTITIONS", Surroundings.PARTITIONS_AS_LISTED);
        var keys = Keys.load(processes.home(), new Settings(Map.of()));
        for (var purpose : List.of(Purpose.USERS, Purpose.CLIENTS)) {
            var prefix = "KOOBRIDGE_SEALING_" + purpose.name();
            environment.put(
                    prefix + "_PUBLICKEYSET", "file:" + keys.sealing(purpose).publicKeyset());
            environment.put(
                    prefix + "_PRIVATEKEYSET", "file:" + keys.sealing(purpose).privateKeyset());
        }
        return processes.application(NAME, "tenant-sync-service", environment, List.of(publicPort, internalPort));
    }
}
