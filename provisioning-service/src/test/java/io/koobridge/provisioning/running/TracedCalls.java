package io.koobridge.provisioning.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.TraceContext;
import io.koobridge.testkit.FakeServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers with which trace somebody outside was called about what. */
final class TracedCalls {

    private final Map<String, List<TraceContext>> traces = new ConcurrentHashMap<>();

    /** The same answers; each call must have a proper trace. */
    Function<FakeServer.Request, FakeServer.Response> watching(
            Function<FakeServer.Request, String> about, Function<FakeServer.Request, FakeServer.Response> answers) {
        return request -> {
            var trace = TraceContext.of(request.headers().get("traceparent"));
            traces.computeIfAbsent(about.apply(request), _ -> new CopyOnWriteArrayList<>())
                    .add(proper(trace));
            return answers.apply(request);
        };
    }

    List<TraceContext> about(String subject) {
        return List.copyOf(traces.getOrDefault(subject, List.of()));
    }

    private static TraceContext proper(@Nullable TraceContext trace) {
        assertThat(trace).as("every call has a trace").isNotNull();
        return trace;
    }
}
