package io.koobridge.cli.explain;

import static io.koobridge.cli.explain.Check.notReached;
import static io.koobridge.cli.explain.Check.right;
import static io.koobridge.cli.explain.Check.wrong;

import io.koobridge.crypto.callback.v1.AuthToken;
import java.util.List;

/** What can be said of a V1 call without a key. */
final class TokenChecks {

    static final String FORM = "token form";

    private final TokenCall call;
    private final String timeStamp;
    private final TokenForm token;

    TokenChecks(TokenCall call, String timeStamp, TokenForm token) {
        this.call = call;
        this.timeStamp = timeStamp;
        this.token = token;
    }

    List<Check> all() {
        var legible = call.legible();
        return List.of(legible, namesCheck(legible), timeStampCheck(), formCheck());
    }

    private Check namesCheck(Check legible) {
        var name = "parameters";
        if (call.parameters().isEmpty()) {
            return notReached(name, "the %s cannot be decoded".formatted(legible.name()));
        }
        var repeated = call.repeated();
        if (!repeated.isEmpty()) {
            return wrong(name, "sent more than once: " + String.join(", ", repeated));
        }
        return token.isMissing() ? wrong(name, call.placeOfToken()) : right(name, call.names());
    }

    private Check timeStampCheck() {
        if (timeStamp.isEmpty()) {
            return wrong(AuthToken.TIME_STAMP, "it is missing; its name counts with its case");
        }
        return timeStamp.matches("[0-9]{14,20}")
                ? right(AuthToken.TIME_STAMP, "%d digits; V1 has no time window".formatted(timeStamp.length()))
                : wrong(AuthToken.TIME_STAMP, "it does not have 14 to 20 digits");
    }

    private Check formCheck() {
        if (token.isMissing()) {
            return notReached(FORM, "there is no authToken");
        }
        if (token.token().isEmpty()) {
            return wrong(
                    FORM,
                    "%d characters that are not the Base64 of 32 bytes"
                            .formatted(token.received().length()));
        }
        return token.mistake()
                .map(mistake -> wrong(FORM, mistake.what()))
                .orElseGet(() -> right(
                        FORM,
                        token.hasLostItsPluses()
                                ? "Base64 of 32 bytes; its '+' arrived as a space, which a gateway repairs"
                                : "Base64 of 32 bytes"));
    }
}
