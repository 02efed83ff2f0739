package io.koobridge.stack.suite;

import static io.koobridge.stack.environment.Endpoint.GATEWAY;
import static io.koobridge.stack.environment.Endpoint.GATEWAY_INTERNAL;
import static io.koobridge.stack.environment.Endpoint.PROVISIONING;
import static io.koobridge.stack.environment.Endpoint.PROVISIONING_INTERNAL;

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

/** Our services, as their real jars. Settings travel as environment variables: a command line shows secrets to everybody. */
public final class Services {

    /** Where orders are told of. */
    static final String ORDERS_PATH = "/koogallery/orders";

    private static final String SAAS = "KOOBRIDGE_GATEWAY_ADDRESSES_0_";
    private static final String ORDERS = "KOOBRIDGE_GATEWAY_ADDRESSES_1_";

    /** How long a purchase in V1 is held until the product is ready; the gateway's own default unless a run decides otherwise. */
    public static final String V1_HOLD = SAAS + "V1_HOLD";

    /** How long an order may be unknown, and how often it is looked whether it still is; provisioning's own defaults likewise. */
    public static final String ORDERS_GRACE = "KOOBRIDGE_ORDERS_GRACE";

    public static final String ORDERS_CHECK_INTERVAL = "KOOBRIDGE_ORDERS_CHECKINTERVAL";

    private final Installation installation;
    private final Infrastructure infrastructure;

    Services(Installation installation, Infrastructure infrastructure) {
        this.installation = installation;
        this.infrastructure = infrastructure;
    }

    List<ProcessSpec> processes() {
        return List.of(provisioning(), gateway());
    }

    private ProcessSpec gateway() {
        var environment = common(GATEWAY, GATEWAY_INTERNAL);
        environment.put(SAAS + "PATH", "/koogallery/saas");
        environment.put(SAAS + "KIND", "SAAS");
        putKey(environment, SAAS + "KEYS_BASE_0_", "local-base", Secret.KEY_BASE);
        if (!installation.keys().value(Secret.KEY_V1).equals(installation.keys().value(Secret.KEY_BASE))) {
            // Otherwise one key is both, and the gateway takes no secret under two ids.
            putKey(environment, SAAS + "KEYS_V1_0_", "local-v1", Secret.KEY_V1);
        }
        putKey(environment, SAAS + "KEYS_KIT_0_", "local-kit", Secret.KEY_KIT);
        // No document tells it (saas-v1 §10, A7); the simulator writes UTC in every edition.
        putUnlessSet(environment, SAAS + "V1_ZONE", "Z");
        putIfDecided(environment, V1_HOLD);
        environment.put(ORDERS + "PATH", ORDERS_PATH);
        environment.put(ORDERS + "KIND", "ORDERS");
        putKey(environment, ORDERS + "KEYS_GENERAL_0_", "local-general", Secret.KEY_GENERAL);
        environment.put(
                "KOOBRIDGE_GATEWAY_PROVISIONINGURL", installation.addresses().address(PROVISIONING_INTERNAL));
        putPublic(environment, "KOOBRIDGE_SEALING_CONTACT_", Purpose.CONTACT);
        environment.put(
                "KOOBRIDGE_GATEWAY_WAITINGPAGE_URL", installation.addresses().address(GATEWAY) + "/koogallery/waiting");
        environment.put(
                "KOOBRIDGE_GATEWAY_WAITINGPAGE_SECRETS_0", installation.keys().value(Secret.WAITING_PAGE));
        return service("gateway", installation.programs().gateway(), GATEWAY, GATEWAY_INTERNAL, environment);
    }

    private void putKey(Map<String, String> environment, String prefix, String id, Secret secret) {
        environment.put(prefix + "ID", id);
        environment.put(prefix + "SECRET", installation.keys().value(secret));
    }

    private ProcessSpec provisioning() {
        var keys = installation.keys();
        var environment = common(PROVISIONING, PROVISIONING_INTERNAL);
        environment.put("SPRING_MONGODB_URI", infrastructure.mongoUri("koobridge_provisioning"));
        environment.put("KOOBRIDGE_OPENAPI_URL", Marketplace.url(installation.settings(), installation.addresses()));
        environment.put("KOOBRIDGE_OPENAPI_ACCESSKEY", keys.value(Secret.OPEN_API_AK));
        environment.put("KOOBRIDGE_OPENAPI_SECRETKEY", keys.value(Secret.OPEN_API_SK));
        // Below the lease, which has to outlive every outside call.
        putUnlessSet(environment, "KOOBRIDGE_OPENAPI_CALLTIMEOUT", "10s");
        putUnlessSet(environment, "KOOBRIDGE_LEDGER_SWEEPINTERVAL", "5s");
        putUnlessSet(environment, "KOOBRIDGE_LEDGER_SWEEPGRACE", "10s");
        putUnlessSet(environment, "KOOBRIDGE_LEDGER_LEASE", "15s");
        // Until KOOBRIDGE_PROVISIONER_HTTP_URL names a product, which then needs nothing else to be set.
        putUnlessSet(environment, "KOOBRIDGE_PROVISIONER_TEMPLATE_FRONTENDURL", "https://app.example.com/{instanceId}");
        putUnlessSet(environment, "KOOBRIDGE_PROVISIONER_HTTP_SECRET", keys.value(Secret.WEBHOOK_SECRET));
        ExampleProduct.address(installation.settings())
                .ifPresent(address -> environment.putAll(ExampleProduct.at(address.getPort())));
        putIfDecided(environment, ORDERS_GRACE);
        putIfDecided(environment, ORDERS_CHECK_INTERVAL);
        putSealing(environment, "KOOBRIDGE_SEALING_CONTACT_", Purpose.CONTACT);
        putSealing(environment, "KOOBRIDGE_SEALING_CREDENTIALS_", Purpose.CREDENTIALS);
        return service(
                "provisioning",
                installation.programs().provisioning(),
                PROVISIONING,
                PROVISIONING_INTERNAL,
                environment);
    }

    private void putSealing(Map<String, String> environment, String prefix, Purpose purpose) {
        putPublic(environment, prefix, purpose);
        environment.put(
                prefix + "PRIVATEKEYSET",
                "file:" + installation.keys().sealing(purpose).privateKeyset());
    }

    /** Whoever only seals does not get what opens. */
    private void putPublic(Map<String, String> environment, String prefix, Purpose purpose) {
        environment.put(
                prefix + "PUBLICKEYSET",
                "file:" + installation.keys().sealing(purpose).publicKeyset());
    }

    private Map<String, String> common(Endpoint open, Endpoint internal) {
        var environment = new TreeMap<String, String>();
        environment.put("SERVER_PORT", Integer.toString(installation.addresses().number(open)));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put(
                "MANAGEMENT_SERVER_PORT",
                Integer.toString(installation.addresses().number(internal)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("KOOBRIDGE_SELLERID", installation.keys().value(Secret.SELLER_ID));
        environment.put("KOOBRIDGE_INTERNAL_TOKENS_0", installation.keys().value(Secret.SERVICE_TOKEN));
        environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", infrastructure.bootstrapServers());
        putUnlessSet(environment, "KOOBRIDGE_TOPICS_MODE", "create");
        putUnlessSet(environment, "KOOBRIDGE_TOPICS_PARTITIONS", "3");
        // What was asked is answered before; Netty would then wait two seconds for more.
        putUnlessSet(environment, "SPRING_REACTOR_NETTY_SHUTDOWNQUIETPERIOD", "0s");
        return environment;
    }

    /** A setting that a user may change for this run: the children inherit our environment. */
    private void putUnlessSet(Map<String, String> environment, String variable, String value) {
        if (!installation.settings().isSet(variable)) {
            environment.put(variable, value);
        }
    }

    /** What a run decides by itself stands in no environment that children inherit. */
    private void putIfDecided(Map<String, String> environment, String variable) {
        installation.settings().get(variable).ifPresent(value -> environment.put(variable, value));
    }

    private ProcessSpec service(
            String name, JavaCommand command, Endpoint open, Endpoint internal, Map<String, String> environment) {
        var addresses = installation.addresses();
        return new ProcessSpec(
                name,
                installation.programs().commandLine(command),
                environment,
                // Not liveness, which says nothing about broker and store: whoever reads local.env may call at once.
                new Readiness.Http(URI.create(addresses.address(internal) + "/actuator/health")),
                List.of(addresses.port(open), addresses.port(internal)));
    }
}
