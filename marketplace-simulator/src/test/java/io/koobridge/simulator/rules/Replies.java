package io.koobridge.simulator.rules;

import java.nio.charset.StandardCharsets;

final class Replies {
    private Replies() {}

    /** A right answer in every outer respect. */
    static Reading json(String body) {
        return of(200, "application/json", body);
    }

    static Reading of(int status, String contentType, String body) {
        return Reading.of(new Reply.Answered(status, contentType, null, body.getBytes(StandardCharsets.UTF_8)));
    }
}
