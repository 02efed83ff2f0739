package io.koobridge.gateway.dialect.orders;

import io.koobridge.gateway.command.Refusal;

/** Every code that a notification hears: the common ones of V2, without "being processed" (order-notification §5). */
enum OrderCode {
    ACCEPTED("000000"),
    AUTHENTICATION_FAILED("000001"),
    INVALID_PARAMETER("000002"),
    INTERNAL_ERROR("000005");

    private final String digits;

    OrderCode(String digits) {
        this.digits = digits;
    }

    String digits() {
        return digits;
    }

    static OrderCode of(Refusal.Fault fault) {
        return switch (fault) {
            case NOT_AUTHENTIC -> AUTHENTICATION_FAILED;
            case NOT_UNDERSTOOD -> INVALID_PARAMETER;
            case UNAVAILABLE -> INTERNAL_ERROR;
        };
    }
}
