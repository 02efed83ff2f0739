package io.koobridge.tenant.ledger;

/** Ids of rows: whose tenant's, and which one. */
final class RowIds {

    private RowIds() {}

    /** No two pairs have the same, whatever characters are in them. */
    static String of(String tenantId, String code) {
        return tenantId.replace("%", "%25").replace("/", "%2F") + '/' + code;
    }
}
