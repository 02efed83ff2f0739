package io.koobridge.simulator.fault;

import java.util.Base64;
import java.util.HexFormat;

/** An {@code authToken} that is none (saas-v1 §7.1, negative vectors). */
public record BrokenToken(How how) implements Fault.OfToken {

    public enum How {
        /** Left out. */
        MISSING,
        EMPTY,
        /** The right bytes, in hexadecimal digits. */
        HEX,
        NOT_BASE64
    }

    public BrokenToken {
        how = Limits.orElse(how, How.EMPTY);
    }

    @Override
    public String name() {
        return "BROKEN_TOKEN";
    }

    @Override
    public Expected expected() {
        return Expected.signatureRefused();
    }

    @Override
    public String query(TokenQuery honest) {
        String query = honest.query();
        return switch (how) {
            case MISSING -> query.substring(0, query.lastIndexOf("&authToken="));
            case EMPTY -> TokenQuery.written(honest.signed(), "");
            case HEX ->
                TokenQuery.written(
                        honest.signed(),
                        HexFormat.of().formatHex(Base64.getDecoder().decode(honest.token())));
            case NOT_BASE64 -> TokenQuery.written(honest.signed(), "*".repeat(44));
        };
    }
}
