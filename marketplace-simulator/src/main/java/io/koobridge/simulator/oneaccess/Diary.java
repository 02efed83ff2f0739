package io.koobridge.simulator.oneaccess;

import io.koobridge.simulator.calling.Call;
import io.koobridge.simulator.calling.CallLog;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Enters what the seller asked OneAccess in the record, without anything secret: no bodies, no query. */
final class Diary {
    private final CallLog calls;
    private final Clock clock;

    Diary(CallLog calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** @param reason null: it went well */
    void note(ServerRequest request, String name, int status, @Nullable String reason) {
        String line = request.method() + " " + request.uri().getRawPath();
        calls.add(new Call(
                Call.Direction.FROM_SELLER,
                new Call.About(name, null, null, null),
                clock.instant(),
                0,
                new Call.Request(line, line + " HTTP/1.1", null),
                new Call.Response(status, null, null),
                Call.Judged.answered(reason == null ? "OK" : reason, reason == null, reason, null)));
    }
}
