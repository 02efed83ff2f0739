package io.koobridge.stack.suite;

import io.koobridge.stack.environment.Endpoint;
import io.koobridge.stack.environment.Marketplace;
import io.koobridge.stack.keys.SealingFiles.Purpose;
import io.koobridge.stack.keys.Secret;
import io.koobridge.stack.process.ProcessSpec;
import io.koobridge.stack.process.Readiness;
import io.koobridge.stack.program.JavaCommand;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one service is told. Settings travel as environment variables: a command line shows secrets to everybody. */
final class ServiceEnvironment {

    private final Installation installation;
    private final Infrastructure infrastructure;
    private final Endpoint open;
    private final Endpoint internal;
    private final Map<String, String> variables = new TreeMap<>();

    /** With what every service is told. */
    ServiceEnvironment(Installation installation, Infrastructure infrastructure, Endpoint open, Endpoint internal) {
        this.installation = installation;
        this.infrastructure = infrastructure;
        this.open = open;
        this.internal = internal;
        put("SERVER_PORT", Integer.toString(installation.addresses().number(open)));
        put("SERVER_ADDRESS", "127.0.0.1");
        put("MANAGEMENT_SERVER_PORT", Integer.toString(installation.addresses().number(internal)));
        put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        put("KOOBRIDGE_SELLERID", Secret.SELLER_ID);
        put("KOOBRIDGE_INTERNAL_TOKENS_0", Secret.SERVICE_TOKEN);
        put("SPRING_KAFKA_BOOTSTRAPSERVERS", infrastructure.bootstrapServers());
        putUnlessSet("KOOBRIDGE_TOPICS_MODE", "create");
        putUnlessSet("KOOBRIDGE_TOPICS_PARTITIONS", "3");
        // What was asked is answered before; Netty would then wait two seconds for more.
        putUnlessSet("SPRING_REACTOR_NETTY_SHUTDOWNQUIETPERIOD", "0s");
    }

    void put(String variable, String value) {
        variables.put(variable, value);
    }

    void put(String variable, Secret secret) {
        put(variable, installation.keys().value(secret));
    }

    /** Where another one is found. */
    void put(String variable, Endpoint endpoint) {
        put(variable, installation.addresses().address(endpoint));
    }

    /** A setting that a user may change for this run: the children inherit our environment. */
    void putUnlessSet(String variable, String value) {
        if (!installation.settings().isSet(variable)) {
            put(variable, value);
        }
    }

    /** What a run decides by itself stands in no environment that children inherit. */
    void putIfDecided(String variable) {
        installation.settings().get(variable).ifPresent(value -> put(variable, value));
    }

    /** A service that keeps something, in a database of its own, and works on it. */
    void putLedger(String database) {
        put("SPRING_MONGODB_URI", infrastructure.mongoUri(database));
        putUnlessSet("KOOBRIDGE_LEDGER_SWEEPINTERVAL", "5s");
        putUnlessSet("KOOBRIDGE_LEDGER_SWEEPGRACE", "10s");
        putUnlessSet("KOOBRIDGE_LEDGER_LEASE", "15s");
    }

    /** The marketplace's open API. */
    void putOpenApi() {
        put("KOOBRIDGE_OPENAPI_URL", Marketplace.url(installation.settings(), installation.addresses()));
        put("KOOBRIDGE_OPENAPI_ACCESSKEY", Secret.OPEN_API_AK);
        put("KOOBRIDGE_OPENAPI_SECRETKEY", Secret.OPEN_API_SK);
        // Below the lease, which has to outlive every outside call.
        putUnlessSet("KOOBRIDGE_OPENAPI_CALLTIMEOUT", "10s");
    }

    void putSealing(String prefix, Purpose purpose) {
        putPublic(prefix, purpose);
        put(
                prefix + "PRIVATEKEYSET",
                "file:" + installation.keys().sealing(purpose).privateKeyset());
    }

    /** Whoever only seals does not get what opens. */
    void putPublic(String prefix, Purpose purpose) {
        put(
                prefix + "PUBLICKEYSET",
                "file:" + installation.keys().sealing(purpose).publicKeyset());
    }

    ProcessSpec process(String name, JavaCommand command) {
        var addresses = installation.addresses();
        return new ProcessSpec(
                name,
                installation.programs().commandLine(command),
                variables,
                // Not liveness, which says nothing about broker and store: whoever reads local.env may call at once.
                new Readiness.Http(URI.create(addresses.address(internal) + "/actuator/health")),
                List.of(addresses.port(open), addresses.port(internal)));
    }
}
