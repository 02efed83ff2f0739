package io.koobridge.events.tenant;

/** Ids of what is unique in its tenant alone: whose, a slash, and which one. No two pairs have the same, whatever characters are in them. */
public final class TenantIds {

    private TenantIds() {}

    /**
     * Of one of them.
     *
     * @param code of a department or an application, or a user's name
     */
    public static String of(String tenantId, String code) {
        return escaped(tenantId) + '/' + code;
    }

    /** Behind all of a tenant's, and before those of any other, in the order of texts. */
    public static String behind(String tenantId) {
        return escaped(tenantId) + '0';
    }

    private static String escaped(String tenantId) {
        return tenantId.replace("%", "%25").replace("/", "%2F");
    }
}
