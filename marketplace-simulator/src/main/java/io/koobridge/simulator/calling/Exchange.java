package io.koobridge.simulator.calling;

import io.koobridge.simulator.calling.Call.About;
import io.koobridge.simulator.life.Attempt;
import io.koobridge.simulator.rules.Reading;
import io.koobridge.simulator.rules.Reply;
import io.koobridge.simulator.signing.BodySign;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One letter that was sent, and what came back. Times are real. */
record Exchange(
        Sealed sealed,
        Instant sentAt,
        long millis,
        Reply reply,
        @Nullable BodySign bodySign) {

    @Nullable Integer httpStatus() {
        return reply instanceof Reply.Answered answered ? answered.status() : null;
    }

    static @Nullable String resultCode(Reading reading) {
        return reading instanceof Reading.Read read ? read.resultCode() : null;
    }

    Attempt.Times times() {
        return new Attempt.Times(sealed.letter().signedAt(), sentAt, millis);
    }

    Call recorded(About about, Call.Judged judged) {
        byte[] responseBody = reply instanceof Reply.Answered answered ? answered.body() : null;
        Letter letter = sealed.letter();
        URI uri = URI.create(letter.url());
        return new Call(
                Call.Direction.TO_SELLER,
                about,
                sentAt,
                millis,
                new Call.Request(
                        letter.url(),
                        letter.method() + " " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1",
                        Call.kept(letter.body())),
                new Call.Response(httpStatus(), Call.kept(responseBody), bodySign),
                judged);
    }
}
