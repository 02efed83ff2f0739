package io.koobridge.cli.license;

import io.koobridge.cli.installation.Table;
import io.koobridge.verifier.LicenseVerifier.Claims;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a licence says, for people and for scripts. */
final class ClaimTable {

    private ClaimTable() {}

    /** By name, in an order that reads well; what a licence does not claim is absent. */
    static Map<String, Object> members(Claims claims) {
        var members = new LinkedHashMap<String, Object>();
        members.put("license", claims.license());
        members.put("seller", claims.seller());
        put(members, "customer", claims.customer());
        put(members, "product", claims.product());
        members.put("instance", claims.instance());
        members.put("order", claims.order());
        members.put("quantity", claims.quantity());
        put(members, "fingerprint", claims.fingerprint());
        members.put("issuedAt", claims.issuedAt().toString());
        members.put("validFrom", claims.validFrom().toString());
        put(members, "validUntil", claims.validUntil());
        return members;
    }

    static Table of(Claims claims) {
        var table = new Table("claim", "value");
        members(claims).forEach((name, value) -> table.row(name, value.toString()));
        return table;
    }

    private static void put(Map<String, Object> members, String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present.toString()));
    }
}
