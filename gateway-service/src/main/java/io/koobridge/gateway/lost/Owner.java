package io.koobridge.gateway.lost;

/** The service that knows what a call was about, and where a person finds it. */
public enum Owner {
    /** It knows every instance, those that licences are sold as among them. */
    PROVISIONING,
    /** It knows every licence, and who applied for one. */
    LICENSES,
    /** It knows every tenant, and everybody in it. */
    TENANTS
}
