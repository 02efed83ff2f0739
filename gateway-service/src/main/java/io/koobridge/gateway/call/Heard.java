package io.koobridge.gateway.call;

import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;

/** The marketplace's call, read. */
record Heard(CallHead head, Dialect dialect, VerifiedCall call, Translation translation) {}
