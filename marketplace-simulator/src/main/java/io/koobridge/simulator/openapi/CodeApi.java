package io.koobridge.simulator.openapi;

import io.koobridge.simulator.codes.CodeDesk;
import io.koobridge.simulator.codes.Codes;
import io.koobridge.simulator.openapi.CodeRequest.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interfaces of authorization codes (license §5.3 to §5.5): activate and query in two versions, report use in one. */
public final class CodeApi implements Api {
    private static final JsonMapper JSON = new JsonMapper();

    private final ApiName name;
    private final Set<String> paths;
    private final Codes codes;
    private final Answering answering;

    /** What one of them does. */
    interface Answering {
        ApiAnswer answer(CodeRequest request, boolean batch, boolean partly);
    }

    private CodeApi(ApiName name, Set<String> paths, Codes codes, Answering answering) {
        this.name = name;
        this.paths = paths;
        this.codes = codes;
        this.answering = answering;
    }

    static CodeApi activate(Codes codes, CodeDesk desk) {
        return new CodeApi(ApiName.ACTIVATE, both("activate"), codes, new CodeActivation(desk)::answer);
    }

    static CodeApi query(Codes codes, CodeDesk desk) {
        return new CodeApi(ApiName.HEARTBEAT, both("heartbeat"), codes, new CodeQuery(desk)::answer);
    }

    static CodeApi usage(Codes codes, CodeDesk desk) {
        Set<String> path = Set.of(Gate.PREFIX + "/global/v2/license/software-usage-info");
        return new CodeApi(ApiName.USAGE, path, codes, new UsageReport(desk)::answer);
    }

    private static Set<String> both(String action) {
        return Set.of(Gate.PREFIX + "/global/v1/license/" + action, Gate.PREFIX + "/global/v2/license/" + action);
    }

    @Override
    public ApiName name() {
        return name;
    }

    /** It has a code of its own for other methods. */
    @Override
    public boolean takes(String method, String path) {
        return paths.contains(path);
    }

    @Override
    public ApiAnswer answer(Asked asked) {
        try {
            boolean batch = asked.request().rawPath().contains("/v2/");
            return answering.answer(CodeRequest.of(asked.request()), batch, asked.partly());
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    /** Of the first code that it names. */
    @Override
    public @Nullable String orderId(Asked asked) {
        try {
            JsonNode body = JSON.readTree(asked.request().body());
            String code = body.path("license")
                    .asString(body.path("license_list")
                            .path(0)
                            .asString(body.path("usage_info")
                                    .path(0)
                                    .path("license")
                                    .asString("")));
            return codes.find(code).map(known -> known.code().orderId()).orElse(null);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    static ApiAnswer success(@Nullable Object data) {
        return answered("92020000", "success", data);
    }

    static ApiAnswer answered(String code, String message, @Nullable Object data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error_code", code);
        body.put("error_msg", message);
        if (data != null) {
            body.put("data", data);
        }
        return ApiAnswer.of(200, code, message, body);
    }
}
