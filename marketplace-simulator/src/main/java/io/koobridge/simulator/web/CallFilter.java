package io.koobridge.simulator.web;

import io.koobridge.simulator.calling.Call;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The query parameters of the record; each narrows. */
final class CallFilter {
    private static final Map<String, Function<Call, List<String>>> VALUES = Map.of(
            "orderId", call -> both(call.about().orderId(), call.about().purchase()),
            "instanceId", call -> one(call.about().instanceId()),
            "name", call -> one(call.about().name()),
            "activity", call -> one(call.about().name()),
            "resultCode", call -> one(call.judged().resultCode()),
            "fault", call -> one(call.judged().fault()),
            "verdict", call -> one(call.judged().verdict()));

    private CallFilter() {}

    static Predicate<Call> of(ServerRequest request) {
        Predicate<Call> all = call -> true;
        for (var value : VALUES.entrySet()) {
            String wanted = request.queryParam(value.getKey()).orElse(null);
            if (wanted != null) {
                all = all.and(call -> value.getValue().apply(call).contains(wanted));
            }
        }
        return all;
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<String> both(@Nullable String first, @Nullable String second) {
        return List.of(Objects.requireNonNullElse(first, ""), Objects.requireNonNullElse(second, ""));
    }
}
