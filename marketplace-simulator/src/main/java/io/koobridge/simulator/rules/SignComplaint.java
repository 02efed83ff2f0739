package io.koobridge.simulator.rules;

import io.koobridge.simulator.signing.BodySign;
import org.jspecify.annotations.Nullable;

/** What the console says about the signature of an answer, in its own words (saas-v1 §1.2). */
final class SignComplaint {
    private static final String EMPTY = "http header->bodySign is empty";
    private static final String MALFORMED = "sign_type is not equals HMAC-SHA256 or signature is empty";
    private static final String ANOTHER_BODY = "Http Body签名校验失败";

    private SignComplaint() {}

    /** Null: nothing to complain about. A header whose name is spelt otherwise is none. */
    static @Nullable String about(String accessKey, @Nullable String header, byte[] body) {
        if (header == null || header.isBlank()) {
            return EMPTY;
        }
        if (!BodySign.wellFormed(header)) {
            return MALFORMED;
        }
        return BodySign.check(accessKey, header, body) == BodySign.RIGHT ? null : ANOTHER_BODY;
    }
}
