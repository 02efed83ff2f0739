package io.koobridge.simulator.openapi;

import io.koobridge.simulator.codes.CodeDesk;
import io.koobridge.simulator.codes.CodeError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code …/license/heartbeat} (license §5.4). What v2 answers is not published: here a list in {@code data}. */
record CodeQuery(CodeDesk desk) {
    private static final int LONGEST_ACCOUNT = 256;
    private static final int LONGEST_IP = 32;

    ApiAnswer answer(CodeRequest request, boolean batch, boolean partly) {
        CodeDesk.Done done =
                batch ? desk.queryAll(request.codes()) : desk.query(request.code(), account(request.body()));
        CodeError error = done.error();
        if (error != null) {
            return CodeApi.answered(error.code(), error.message(), null);
        }
        return CodeApi.success(
                batch
                        ? done.known().stream().map(CodeInfo::queried).toList()
                        : CodeInfo.queried(done.known().getFirst()));
    }

    /** Retired, and still taken. */
    private static @Nullable String account(JsonNode body) {
        JsonNode info = body.path("heartbeatInfo");
        if (!info.isObject()) {
            return null;
        }
        var unused = CodeRequest.optional(info, "ip", LONGEST_IP);
        return CodeRequest.text(info, "thirdPartyAccount", LONGEST_ACCOUNT);
    }
}
