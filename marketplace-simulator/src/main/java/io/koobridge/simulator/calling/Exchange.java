package io.koobridge.simulator.calling;

import io.koobridge.simulator.rules.Reply;
import io.koobridge.simulator.signing.BodySign;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One signed call that was made. Times are real. */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record Exchange(
        String url,
        Instant sentAt,
        long millis,
        byte[] requestBody,
        Reply reply,
        @Nullable BodySign bodySign) {

    @Nullable Integer httpStatus() {
        return reply instanceof Reply.Answered answered ? answered.status() : null;
    }

    Call recorded(String activity, @Nullable String orderId, String verdict, @Nullable String reason) {
        byte[] responseBody = reply instanceof Reply.Answered answered ? answered.body() : null;
        return new Call(
                Call.Direction.TO_SELLER,
                activity,
                orderId,
                sentAt,
                millis,
                url,
                Call.kept(requestBody),
                httpStatus(),
                Call.kept(responseBody),
                bodySign,
                verdict,
                reason);
    }
}
