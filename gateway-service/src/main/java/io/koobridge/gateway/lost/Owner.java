package io.koobridge.gateway.lost;

/** The service that knows what a call was about, and where a person finds it. */
public enum Owner {
    /** It knows every instance, those that licences are sold as among them. */
    PROVISIONING("instanceId"),
    /** It knows every licence, and who applied for one. */
    LICENSES("instanceId"),
    /** It knows every tenant, and everybody in it. */
    TENANTS("tenantId");

    private final String subjectKey;

    Owner(String subjectKey) {
        this.subjectKey = subjectKey;
    }

    /** What a call was about, as logs call it. */
    String subjectKey() {
        return subjectKey;
    }
}
