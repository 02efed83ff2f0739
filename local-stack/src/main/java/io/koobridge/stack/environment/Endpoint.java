package io.koobridge.stack.environment;

/** A place where the suite listens, under the name by which a user finds it and moves it. */
public enum Endpoint {
    GATEWAY("KOOBRIDGE_GATEWAY_URL", "http://", 8080),
    GATEWAY_INTERNAL("KOOBRIDGE_GATEWAY_INTERNAL_URL", "http://", 8180),
    PROVISIONING("KOOBRIDGE_PROVISIONING_URL", "http://", 8081),
    PROVISIONING_INTERNAL("KOOBRIDGE_PROVISIONING_INTERNAL_URL", "http://", 8181),
    LICENSE("KOOBRIDGE_LICENSE_URL", "http://", 8082),
    LICENSE_INTERNAL("KOOBRIDGE_LICENSE_INTERNAL_URL", "http://", 8182),
    TENANTS("KOOBRIDGE_TENANTS_URL", "http://", 8083),
    TENANTS_INTERNAL("KOOBRIDGE_TENANTS_INTERNAL_URL", "http://", 8183),
    SIMULATOR("KOOBRIDGE_SIMULATOR_URL", "http://", 8090),
    BROKER("KOOBRIDGE_BROKER_ADDRESS", "", 9092),
    STORE("KOOBRIDGE_STORE_ADDRESS", "mongodb://", 27017);

    private final String variable;
    private final String scheme;
    private final int defaultPort;

    Endpoint(String variable, String scheme, int defaultPort) {
        this.variable = variable;
        this.scheme = scheme;
        this.defaultPort = defaultPort;
    }

    public String variable() {
        return variable;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** The address with this port; the local stack listens on the loopback address only. */
    String address(int port) {
        return scheme + "127.0.0.1:" + port;
    }
}
