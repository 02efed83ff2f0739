package io.koobridge.simulator.fault;

import io.koobridge.simulator.signing.FormEncoding;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code saasExtendParams} encoded once more than the query string asks for (saas-v1 §7.6). */
public record DoubleEncoded(Signed signed) implements Fault.OfToken {

    /** Which text the signature is over. */
    public enum Signed {
        /** The Base64 itself. */
        PLAIN,
        /** What one decoding leaves. */
        ENCODED
    }

    public DoubleEncoded {
        signed = Limits.orElse(signed, Signed.PLAIN);
    }

    @Override
    public String name() {
        return "DOUBLE_ENCODED";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public String query(TokenQuery honest) {
        Map<String, String> encoded = new LinkedHashMap<>(honest.signed());
        encoded.computeIfPresent("saasExtendParams", (name, value) -> FormEncoding.encode(value));
        String token = signed == Signed.PLAIN ? honest.token() : new TokenQuery(encoded, honest.stamp()).token();
        return TokenQuery.written(encoded, token);
    }
}
