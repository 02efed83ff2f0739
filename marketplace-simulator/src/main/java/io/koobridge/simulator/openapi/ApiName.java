package io.koobridge.simulator.openapi;

/** The open APIs that exist here, each with its own faults. */
public enum ApiName {
    ORDER_QUERY("orderQuery", "MKT.0999"),
    UPLOAD("uploadLicense", "CBC.0999"),
    ACTIVATE("activateCode", "92020001"),
    HEARTBEAT("queryCode", "92020001"),
    USAGE("reportUsage", "92020001");

    private final String recorded;
    private final String internalError;

    ApiName(String recorded, String internalError) {
        this.recorded = recorded;
        this.internalError = internalError;
    }

    /** As the record calls it. */
    String recorded() {
        return recorded;
    }

    /** The code that it fails with when no other is said. */
    public String internalError() {
        return internalError;
    }
}
