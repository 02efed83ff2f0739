package io.koobridge.tenant.ledger;

/** Ids of rows: whose tenant's, and which one. */
final class RowIds {

    private RowIds() {}

    /** No two pairs have the same, whatever characters are in them. */
    static String of(String tenantId, String code) {
        return escaped(tenantId) + '/' + code;
    }

    /** The first id behind all of a tenant's. */
    static String behind(String tenantId) {
        return escaped(tenantId) + '0';
    }

    private static String escaped(String tenantId) {
        return tenantId.replace("%", "%25").replace("/", "%2F");
    }
}
