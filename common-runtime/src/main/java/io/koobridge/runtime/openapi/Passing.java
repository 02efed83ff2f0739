package io.koobridge.runtime.openapi;

import java.util.Set;

/** The refusals that pass by themselves (usage-and-open-api §2.6, §8). */
final class Passing {

    private static final String INTERNAL_ERROR = "0999";
    private static final String TOO_MANY_CALLS = "0250";
    private static final Set<String> CODES = Set.of(INTERNAL_ERROR, TOO_MANY_CALLS);
    private static final int THROTTLED = 429;
    private static final int SERVER_ERRORS = 500;
    private static final String NO_BACK_END = "APIGW.0103";

    private Passing() {}

    /** By code alone: permanent errors come with HTTP 500 too. */
    static boolean refusal(OpenApiAnswer.Refused refused) {
        return CODES.contains(refused.code());
    }

    /** The gateway's own refusals have a code. Without one somebody else in between answered, whose trouble is not the call's. */
    static boolean refusal(OpenApiAnswer.GatewayRefused refused) {
        return refused.code() == null
                || refused.httpStatus() >= SERVER_ERRORS
                || refused.httpStatus() == THROTTLED
                || NO_BACK_END.equals(refused.code());
    }
}
