package io.koobridge.benchmark.load.targets;

import io.koobridge.crypto.key.AccessKey;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service with a ledger leans on.
 *
 * @param marketplace base URL of its open API
 * @param token whoever asks on the internal port has it
 */
public record Surroundings(int brokerPort, int storePort, String marketplace, AccessKey token) {

    /** The seller whose suite this is. */
    public static final String SELLER = "benchmark";

    /** Topics have as many partitions as docs/architecture.md lists, and so a service works on as many things at once as a deployed one. */
    public static final String PARTITIONS_AS_LISTED = "0";

    /** What would look through the whole ledger by the clock, and so has no part in what one call or fact costs. */
    public static final String LONG = "10m";

    /** What any such service is told; it has to be completed by what only one of them wants to know. */
    public Map<String, String> environment(int publicPort, int internalPort, String database) {
        var environment = new TreeMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(publicPort));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(internalPort));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("KOOBRIDGE_SELLERID", SELLER);
        environment.put("KOOBRIDGE_INTERNAL_TOKENS_0", token.secret());
        environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:" + brokerPort);
        environment.put("KOOBRIDGE_TOPICS_MODE", "create");
        environment.put("KOOBRIDGE_TOPICS_PARTITIONS", "3");
        environment.put("SPRING_MONGODB_URI", "mongodb://127.0.0.1:%d/%s".formatted(storePort, database));
        environment.put("KOOBRIDGE_OPENAPI_URL", marketplace);
        environment.put("KOOBRIDGE_OPENAPI_ACCESSKEY", "benchmark-ak");
        environment.put("KOOBRIDGE_OPENAPI_SECRETKEY", "an-invented-secret-of-32-chars-k");
        environment.put("KOOBRIDGE_LEDGER_SWEEPINTERVAL", LONG);
        environment.put("KOOBRIDGE_GAUGES_INTERVAL", LONG);
        return environment;
    }
}
