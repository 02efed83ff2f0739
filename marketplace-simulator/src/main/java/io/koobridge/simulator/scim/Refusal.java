package io.koobridge.simulator.scim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is answered by an error (RFC 7644 §3.12). */
final class Refusal extends RuntimeException {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    private final int status;
    private final @Nullable String scimType;

    private Refusal(int status, @Nullable String scimType, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.scimType = scimType;
    }

    static Refusal of(int status, String detail) {
        return new Refusal(status, null, detail);
    }

    static Refusal bad(String scimType, String detail) {
        return new Refusal(400, scimType, detail);
    }

    static Refusal taken(String detail) {
        return new Refusal(409, "uniqueness", detail);
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schemas", List.of(SCHEMA));
        body.put("status", String.valueOf(status));
        if (scimType != null) {
            body.put("scimType", scimType);
        }
        body.put("detail", String.valueOf(getMessage()));
        return body;
    }
}
