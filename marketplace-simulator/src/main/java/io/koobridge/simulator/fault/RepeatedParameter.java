package io.koobridge.simulator.fault;

import io.koobridge.simulator.signing.CallbackSignature;
import java.util.Set;

/** One of the three URL parameters comes twice (saas-v2 §7.5). */
public record RepeatedParameter(String parameter) implements Fault.OfQuery {
    private static final Set<String> NAMES = Set.of("signature", "timestamp", "nonce");

    public RepeatedParameter {
        parameter = Limits.orElse(parameter, "signature");
        if (!NAMES.contains(parameter)) {
            throw new IllegalArgumentException("parameter must be signature, timestamp or nonce");
        }
    }

    @Override
    public String name() {
        return "REPEATED_PARAMETER";
    }

    @Override
    public Expected expected() {
        return Expected.parameterRefused();
    }

    @Override
    public String query(CallbackSignature honest) {
        String value =
                switch (parameter) {
                    case "signature" -> honest.signature();
                    case "timestamp" -> honest.timestamp();
                    default -> honest.nonce();
                };
        return honest.query() + "&" + parameter + "=" + value;
    }
}
