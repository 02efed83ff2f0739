package io.koobridge.gateway.call;

import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import java.time.Duration;

/** The marketplace's call, read. */
record Heard(CallHead head, Dialect dialect, VerifiedCall call, Translation translation) {

    /** How much longer than other calls it may take, because of what it asks for. */
    Duration held() {
        return translation instanceof Translation.Understood understood
                ? understood.command().hold()
                : Duration.ZERO;
    }
}
