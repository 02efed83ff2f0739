package io.koobridge.stack.suite;

import static io.koobridge.stack.environment.Endpoint.SIMULATOR;
import static io.koobridge.stack.environment.Endpoint.TENANTS;

import io.koobridge.stack.environment.Addresses;
import io.koobridge.stack.keys.SealingFiles.Purpose;
import io.koobridge.stack.keys.Secret;
import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What enterprises need that use the product together with the marketplace's kit: the directory and OneAccess, which the simulator
 * plays both, and the product's page behind the login.
 */
final class JointOperations {

    /** Of the application in addresses of the login. */
    static final String APPLICATION = "product";

    /** As the simulator's own credential has it. */
    private static final String APP_ID = "app-local-0001";

    private static final String DIRECTORY = "KOOBRIDGE_TENANT_DIRECTORY_";
    private static final String LOGIN = "KOOBRIDGE_LOGIN_";
    private static final String APPLICATION_OF_LOGIN = LOGIN + "APPLICATIONS_PRODUCT_";

    /** Where {@code ./koobridge product} listens. */
    private static final String USUAL_PRODUCT = "http://127.0.0.1:8088";

    private JointOperations() {}

    /** What tenant-sync-service is told. */
    static void put(ServiceEnvironment environment, Installation installation) {
        directory(environment, installation);
        login(environment, installation);
    }

    /** Whoever names a directory of his own gets nothing of ours mixed into it. */
    private static void directory(ServiceEnvironment environment, Installation installation) {
        if (installation.settings().anyBeginsWith(DIRECTORY)) {
            return;
        }
        environment.put(DIRECTORY + "SCIM_URL", installation.addresses().address(SIMULATOR) + "/scim/v2");
        environment.put(DIRECTORY + "SCIM_TOKEN", Secret.DIRECTORY_TOKEN);
    }

    private static void login(ServiceEnvironment environment, Installation installation) {
        var addresses = installation.addresses();
        environment.put(LOGIN + "PUBLICURL", TENANTS);
        environment.put(LOGIN + "COOKIESECRETS_0", Secret.LOGIN_COOKIE);
        environment.put(LOGIN + "SIGNINGKEYS_0_KID", "local-1");
        environment.put(
                LOGIN + "SIGNINGKEYS_0_PRIVATEKEY",
                "file:" + installation.keys().login().privateKey());
        environment.putSealing(LOGIN + "SEALING_", Purpose.CLIENTS);
        // OneAccess is this very machine.
        environment.put(LOGIN + "CALLS_ALLOWLOOPBACK", "true");
        environment.put(APPLICATION_OF_LOGIN + "APPID", APP_ID);
        environment.put(APPLICATION_OF_LOGIN + "CALLBACKURL", callback(addresses));
        environment.put(APPLICATION_OF_LOGIN + "CASSERVICEURL", service(addresses) + "?tenant={tenant}");
        environment.putUnlessSet(APPLICATION_OF_LOGIN + "RETURNURLS_0", product(installation) + "/login");
        environment.putUnlessSet(APPLICATION_OF_LOGIN + "POSTLOGOUTURLS_0", product(installation) + "/");
        environment.put(APPLICATION_OF_LOGIN + "APIKEYS_0_ID", "local-product");
        environment.put(
                APPLICATION_OF_LOGIN + "APIKEYS_0_SHA256",
                Services.sha256(installation.keys().value(Secret.LOGIN_API_KEY)));
        environment.put(
                APPLICATION_OF_LOGIN + "UNIFIEDPAGE",
                addresses.address(SIMULATOR) + "/unified-login/#/portal-login?ind=UNOP");
    }

    /** What the simulator is told: the seller's keys, and what he registered for his application. */
    static Map<String, String> ofSimulator(Installation installation) {
        var keys = installation.keys();
        var addresses = installation.addresses();
        var environment = new TreeMap<String, String>();
        environment.put("KOOBRIDGE_SIMULATOR_KIT_KEY", keys.value(Secret.KEY_KIT));
        environment.put("KOOBRIDGE_SIMULATOR_KIT_LICENSEKEY", keys.value(Secret.KEY_LICENSE_KIT));
        environment.put("KOOBRIDGE_SIMULATOR_KIT_APPID", APP_ID);
        environment.put("KOOBRIDGE_SIMULATOR_KIT_PUBLICKEY", read(keys.rsa().publicKey()));
        environment.put("KOOBRIDGE_SIMULATOR_KIT_LOGINADDRESS", callback(addresses));
        environment.put("KOOBRIDGE_SIMULATOR_KIT_SERVICEADDRESS", service(addresses));
        environment.put("KOOBRIDGE_SIMULATOR_SCIM_TOKEN", keys.value(Secret.DIRECTORY_TOKEN));
        return environment;
    }

    private static String callback(Addresses addresses) {
        return "%s/login/%s/callback".formatted(addresses.address(TENANTS), APPLICATION);
    }

    private static String service(Addresses addresses) {
        return "%s/login/%s/cas".formatted(addresses.address(TENANTS), APPLICATION);
    }

    private static String product(Installation installation) {
        return ExampleProduct.address(installation.settings())
                .map(Object::toString)
                .orElse(USUAL_PRODUCT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StackFailure("The public key %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
