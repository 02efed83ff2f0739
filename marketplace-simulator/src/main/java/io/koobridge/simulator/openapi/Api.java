package io.koobridge.simulator.openapi;

import io.koobridge.simulator.signing.ReceivedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** One open API behind the gateway. */
interface Api {
    ApiName name();

    /** Whether it is published at this path for this method. */
    boolean takes(String method, String path);

    /** Does what was asked for. */
    ApiAnswer answer(Asked asked);

    /** The order that the request is about, for the record; null: none that is known. */
    @Nullable String orderId(Asked asked);

    /** A failure in its own form. */
    default ApiAnswer failure(ApiFault.ResultCode told, Asked asked) {
        return ApiAnswer.error(told.status(), told.code(), "told to fail");
    }

    /**
     * A request that has passed the gateway.
     *
     * @param partly a list that cannot be done wholly is done in part
     */
    record Asked(ReceivedRequest request, MultiValueMap<String, String> query, boolean partly) {}
}
