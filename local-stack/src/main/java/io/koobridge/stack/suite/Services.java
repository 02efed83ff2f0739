package io.koobridge.stack.suite;

import static io.koobridge.stack.environment.Endpoint.GATEWAY;
import static io.koobridge.stack.environment.Endpoint.GATEWAY_INTERNAL;
import static io.koobridge.stack.environment.Endpoint.LICENSE;
import static io.koobridge.stack.environment.Endpoint.LICENSE_INTERNAL;
import static io.koobridge.stack.environment.Endpoint.PROVISIONING;
import static io.koobridge.stack.environment.Endpoint.PROVISIONING_INTERNAL;
import static io.koobridge.stack.environment.Endpoint.TENANTS;
import static io.koobridge.stack.environment.Endpoint.TENANTS_INTERNAL;

import io.koobridge.stack.keys.SealingFiles.Purpose;
import io.koobridge.stack.keys.Secret;
import io.koobridge.stack.process.ProcessSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Our services, as their real jars. */
public final class Services {

    /** How long a purchase in V1 is held until the product is ready; the gateway's own default unless a run decides otherwise. */
    public static final String V1_HOLD = ProductionAddresses.SAAS + "V1_HOLD";

    /** How long an order may be unknown, and how often it is looked whether it still is; provisioning's own defaults likewise. */
    public static final String ORDERS_GRACE = "KOOBRIDGE_ORDERS_GRACE";

    public static final String ORDERS_CHECK_INTERVAL = "KOOBRIDGE_ORDERS_CHECKINTERVAL";

    /** How long uses of authorization codes are collected; license-service's own default likewise. */
    public static final String REPORT_AFTER = "KOOBRIDGE_LICENSE_CODES_REPORTAFTER";

    /** Licences of this product are for one device each; the name of a product in a variable would lose its capitals. */
    private static final String PRODUCTS = """
            {"koobridge":{"license":{"products":{"OFFI900000000000000021":{"device-bound":true}}}}}""";

    private final Installation installation;
    private final Infrastructure infrastructure;

    Services(Installation installation, Infrastructure infrastructure) {
        this.installation = installation;
        this.infrastructure = infrastructure;
    }

    List<ProcessSpec> processes() {
        return List.of(provisioning(), license(), tenants(), gateway());
    }

    private ProcessSpec gateway() {
        var environment = new ServiceEnvironment(installation, infrastructure, GATEWAY, GATEWAY_INTERNAL);
        ProductionAddresses.putAll(environment, installation.keys());
        environment.put("KOOBRIDGE_GATEWAY_PROVISIONINGURL", PROVISIONING_INTERNAL);
        environment.put("KOOBRIDGE_GATEWAY_LICENSEURL", LICENSE_INTERNAL);
        environment.put("KOOBRIDGE_GATEWAY_TENANTSYNCURL", TENANTS_INTERNAL);
        environment.putPublic("KOOBRIDGE_SEALING_CONTACT_", Purpose.CONTACT);
        environment.putPublic("KOOBRIDGE_SEALING_USERS_", Purpose.USERS);
        environment.put(
                "KOOBRIDGE_GATEWAY_WAITINGPAGE_URL", installation.addresses().address(GATEWAY) + "/koogallery/waiting");
        environment.put("KOOBRIDGE_GATEWAY_WAITINGPAGE_SECRETS_0", Secret.WAITING_PAGE);
        return environment.process("gateway", installation.programs().gateway());
    }

    private ProcessSpec provisioning() {
        var environment = new ServiceEnvironment(installation, infrastructure, PROVISIONING, PROVISIONING_INTERNAL);
        environment.putLedger("koobridge_provisioning");
        environment.putOpenApi();
        // Until KOOBRIDGE_PROVISIONER_HTTP_URL names a product, which then needs nothing else to be set.
        environment.putUnlessSet("KOOBRIDGE_PROVISIONER_TEMPLATE_FRONTENDURL", "https://app.example.com/{instanceId}");
        environment.putUnlessSet(
                "KOOBRIDGE_PROVISIONER_HTTP_SECRET", installation.keys().value(Secret.WEBHOOK_SECRET));
        ExampleProduct.address(installation.settings())
                .ifPresent(address -> ExampleProduct.at(address.getPort()).forEach(environment::put));
        environment.putIfDecided(ORDERS_GRACE);
        environment.putIfDecided(ORDERS_CHECK_INTERVAL);
        environment.putSealing("KOOBRIDGE_SEALING_CONTACT_", Purpose.CONTACT);
        environment.putSealing("KOOBRIDGE_SEALING_CREDENTIALS_", Purpose.CREDENTIALS);
        return environment.process("provisioning", installation.programs().provisioning());
    }

    private ProcessSpec license() {
        var environment = new ServiceEnvironment(installation, infrastructure, LICENSE, LICENSE_INTERNAL);
        environment.putLedger("koobridge_license");
        environment.putOpenApi();
        environment.putUnlessSet("SPRING_APPLICATION_JSON", PRODUCTS);
        environment.put("KOOBRIDGE_LICENSE_APIKEYS_0_ID", "local-software");
        environment.put(
                "KOOBRIDGE_LICENSE_APIKEYS_0_SHA256", sha256(installation.keys().value(Secret.LICENSE_API_KEY)));
        environment.put("KOOBRIDGE_LICENSE_SIGNING_KEYS_0_KID", "local-1");
        environment.put(
                "KOOBRIDGE_LICENSE_SIGNING_KEYS_0_PRIVATEKEY",
                "file:" + installation.keys().license().privateKey());
        // The key signs until somebody names his licence server, which then needs nothing else to be set.
        environment.putUnlessSet(
                "KOOBRIDGE_LICENSE_ISSUER_HTTP_SECRET", installation.keys().value(Secret.ISSUER_SECRET));
        environment.putIfDecided(REPORT_AFTER);
        return environment.process("license", installation.programs().license());
    }

    private ProcessSpec tenants() {
        var environment = new ServiceEnvironment(installation, infrastructure, TENANTS, TENANTS_INTERNAL);
        environment.putLedger("koobridge_tenants");
        environment.putSealing("KOOBRIDGE_SEALING_USERS_", Purpose.USERS);
        environment.putSealing("KOOBRIDGE_SEALING_CLIENTS_", Purpose.CLIENTS);
        environment.put("KOOBRIDGE_TENANT_RSAKEYS_0_ID", "local-1");
        environment.put(
                "KOOBRIDGE_TENANT_RSAKEYS_0_PRIVATEKEY",
                "file:" + installation.keys().rsa().privateKey());
        environment.put("KOOBRIDGE_TENANT_APIKEYS_0_ID", "local-product");
        environment.put(
                "KOOBRIDGE_TENANT_APIKEYS_0_SHA256", sha256(installation.keys().value(Secret.TENANT_API_KEY)));
        JointOperations.put(environment, installation);
        return environment.process("tenants", installation.programs().tenants());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
