package io.koobridge.gateway.call;

import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;

/** The marketplace's call, not read yet. */
record Known(CallHead head, Dialect dialect, VerifiedCall call) {

    Heard read(Translation translation) {
        return new Heard(head, dialect, call, translation);
    }
}
