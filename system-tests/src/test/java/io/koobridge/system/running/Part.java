package io.koobridge.system.running;

/** A process of the suite that dies and is started again, by its names in {@code local.env}. */
enum Part {
    GATEWAY("KOOBRIDGE_GATEWAY_URL"),
    PROVISIONING("KOOBRIDGE_PROVISIONING_URL"),
    LICENSE("KOOBRIDGE_LICENSE_URL"),
    TENANTS("KOOBRIDGE_TENANTS_URL"),
    BROKER("KOOBRIDGE_BROKER_ADDRESS"),
    STORE("KOOBRIDGE_STORE_ADDRESS");

    private final String address;

    Part(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    String processId() {
        return "KOOBRIDGE_PID_" + name();
    }

    boolean isHttp() {
        return this == GATEWAY || this == PROVISIONING || this == LICENSE || this == TENANTS;
    }
}
