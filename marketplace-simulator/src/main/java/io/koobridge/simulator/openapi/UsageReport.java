package io.koobridge.simulator.openapi;

import io.koobridge.simulator.codes.CodeDesk;
import io.koobridge.simulator.codes.CodeDesk.Told;
import io.koobridge.simulator.codes.CodeError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code …/license/software-usage-info} (license §5.5). What is right is kept; the rest is listed, under a name that begins as the published one does. */
record UsageReport(CodeDesk desk) {
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_ID = 256;
    private static final int MOST_CLIENTS = 999_999_999;

    private record Entry(String code, List<Told> told) {}

    ApiAnswer answer(CodeRequest request, boolean batch, boolean partly) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode each : CodeRequest.list(request.body(), "usage_info")) {
            entries.add(entry(each));
        }
        List<Map<String, Object>> failed = new ArrayList<>();
        if (partly) {
            entries.forEach(entry -> failed.addAll(each(entry)));
            return CodeApi.success(failed.isEmpty() ? null : Map.of("check_fail_list", failed));
        }
        for (Entry entry : entries) {
            desk.report(entry.code(), entry.told()).ifPresent(error -> failed.add(failure(entry.code(), error)));
        }
        return failed.isEmpty()
                ? CodeApi.success(null)
                : CodeApi.answered(
                        CodeError.INVALID_IN_LIST.code(),
                        CodeError.INVALID_IN_LIST.message(),
                        Map.of("check_fail_list", failed));
    }

    private static Entry entry(JsonNode each) {
        List<Told> told = new ArrayList<>();
        for (JsonNode use : CodeRequest.list(each, "software_usage_Info")) {
            told.add(new Told(CodeRequest.optional(use, "id", LONGEST_ID), number(use.path("active_num"))));
        }
        return new Entry(CodeRequest.text(each, "license", LONGEST_CODE), told);
    }

    private static @Nullable Integer number(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isInt() || value.intValue() < 0 || value.intValue() > MOST_CLIENTS) {
            throw CodeRequest.invalid("active_num must be a number of at most nine digits");
        }
        return value.intValue();
    }

    private List<Map<String, Object>> each(Entry entry) {
        return desk.reportable(entry.code())
                .map(error -> List.of(failure(entry.code(), error)))
                .orElseGet(() -> desk.reportEach(entry.code(), entry.told()).stream()
                        .map(told -> failure(entry.code(), told))
                        .toList());
    }

    private static Map<String, Object> failure(String code, Told told) {
        Map<String, Object> failure = failure(code, CodeError.INVALID_PARAM);
        if (told.id() != null) {
            failure.put("id", told.id());
        }
        if (told.activeNum() != null) {
            failure.put("active_num", told.activeNum());
        }
        return failure;
    }

    private static Map<String, Object> failure(String code, CodeError error) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("license", code);
        failure.put("error_code", error.code());
        failure.put("error_msg", error.message());
        return failure;
    }
}
