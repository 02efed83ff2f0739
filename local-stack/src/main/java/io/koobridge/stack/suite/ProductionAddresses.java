package io.koobridge.stack.suite;

import io.koobridge.stack.keys.Keys;
import io.koobridge.stack.keys.Secret;

/** Where KooGallery calls the local gateway, and with which keys (design §3). */
final class ProductionAddresses {

    static final String SAAS_PATH = "/koogallery/saas";

    /** Where orders are told of. */
    static final String ORDERS_PATH = "/koogallery/orders";

    static final String LICENSE_PATH = "/koogallery/license";

    static final String LICENSE_CODE_PATH = "/koogallery/license-code";

    static final String SAAS = "KOOBRIDGE_GATEWAY_ADDRESSES_0_";
    private static final String ORDERS = "KOOBRIDGE_GATEWAY_ADDRESSES_1_";
    private static final String LICENSE = "KOOBRIDGE_GATEWAY_ADDRESSES_2_";
    private static final String LICENSE_CODE = "KOOBRIDGE_GATEWAY_ADDRESSES_3_";

    private final ServiceEnvironment environment;
    private final Keys keys;

    private ProductionAddresses(ServiceEnvironment environment, Keys keys) {
        this.environment = environment;
        this.keys = keys;
    }

    static void putAll(ServiceEnvironment environment, Keys keys) {
        var addresses = new ProductionAddresses(environment, keys);
        addresses.saas();
        addresses.put(ORDERS, ORDERS_PATH, "ORDERS");
        addresses.putKey(ORDERS + "KEYS_GENERAL_0_", "local-general", Secret.KEY_GENERAL);
        addresses.license();
        addresses.put(LICENSE_CODE, LICENSE_CODE_PATH, "LICENSE_CODE");
        addresses.putKey(LICENSE_CODE + "KEYS_LICENSECODE_0_", "local-license-code", Secret.KEY_LICENSE_CODE);
    }

    private void saas() {
        put(SAAS, SAAS_PATH, "SAAS");
        putKey(SAAS + "KEYS_BASE_0_", "local-base", Secret.KEY_BASE);
        putKeyUnlessSame(SAAS + "KEYS_V1_0_", "local-v1", Secret.KEY_V1, Secret.KEY_BASE);
        putKey(SAAS + "KEYS_KIT_0_", "local-kit", Secret.KEY_KIT);
        // No document tells it (saas-v1 §10, A7); the simulator writes UTC in every edition.
        environment.putUnlessSet(SAAS + "V1_ZONE", "Z");
        environment.putIfDecided(Services.V1_HOLD);
    }

    private void license() {
        put(LICENSE, LICENSE_PATH, "LICENSE");
        putKey(LICENSE + "KEYS_BASE_0_", "local-license", Secret.KEY_LICENSE);
        putKeyUnlessSame(LICENSE + "KEYS_V1_0_", "local-license-v1", Secret.KEY_LICENSE_V1, Secret.KEY_LICENSE);
        // A secret has one id, wherever it is taken.
        putKey(
                LICENSE + "KEYS_KIT_0_",
                isSame(Secret.KEY_LICENSE_KIT, Secret.KEY_KIT) ? "local-kit" : "local-license-kit",
                Secret.KEY_LICENSE_KIT);
        environment.putUnlessSet(LICENSE + "V1_ZONE", "Z");
    }

    private void put(String prefix, String path, String kind) {
        environment.put(prefix + "PATH", path);
        environment.put(prefix + "KIND", kind);
    }

    /** Where one key is both, the first one is enough: the gateway takes no secret under two ids. */
    private void putKeyUnlessSame(String prefix, String id, Secret secret, Secret other) {
        if (!isSame(secret, other)) {
            putKey(prefix, id, secret);
        }
    }

    private boolean isSame(Secret one, Secret other) {
        return keys.value(one).equals(keys.value(other));
    }

    private void putKey(String prefix, String id, Secret secret) {
        environment.put(prefix + "ID", id);
        environment.put(prefix + "SECRET", secret);
    }
}
