package io.koobridge.simulator.openapi;

import io.koobridge.simulator.codes.CodeDesk;
import io.koobridge.simulator.codes.CodeError;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code …/license/activate} (license §5.3). */
record CodeActivation(CodeDesk desk) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TIME = 16;

    ApiAnswer answer(CodeRequest request, boolean batch, boolean partly) {
        String time = CodeRequest.optional(request.body(), "real_effect_time", LONGEST_TIME);
        CodeDesk.Done done =
                batch ? desk.activateAll(request.codes(), time, partly) : desk.activate(request.code(), time);
        CodeError error = done.error();
        if (error != null) {
            return CodeApi.answered(error.code(), error.message(), null);
        }
        // v1 tells what was activated, as text inside the JSON; v2 does not.
        return CodeApi.success(
                batch
                        ? null
                        : Map.of(
                                "license_code_info",
                                JSON.writeValueAsString(
                                        CodeInfo.activated(done.known().getFirst()))));
    }
}
