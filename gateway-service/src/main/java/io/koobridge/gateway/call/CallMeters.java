package io.koobridge.gateway.call;

import io.koobridge.gateway.dialect.Activity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The meters of calls, each looked up in the registry once: at a thousand calls a second that look-up, with its sorting and
 * filters, is what counting costs. As bounded as the labels are, none of which is the caller's text.
 */
final class CallMeters {

    private final MeterRegistry registry;
    private final Timer answeredAtOnce;
    private final Timer held;
    private final Map<Answered, Counter> answered = new ConcurrentHashMap<>();
    private final Map<String, Counter> needingRestart = new ConcurrentHashMap<>();
    private final Map<String, Counter> keysUsed = new ConcurrentHashMap<>();
    private final Map<String, Counter> rejected = new ConcurrentHashMap<>();

    private record Answered(String address, String activity, String resultCode) {}

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
        this.answeredAtOnce = seconds(false);
        this.held = seconds(true);
    }

    /** For calls whose answers may be held there is another one: what they take says nothing about the others. */
    Timer seconds(Activity activity) {
        return activity.held() ? held : answeredAtOnce;
    }

    Counter answered(String address, String activity, String resultCode) {
        return answered.computeIfAbsent(
                new Answered(address, activity, resultCode),
                labels -> registry.counter(
                        "koobridge.callbacks",
                        "address",
                        labels.address(),
                        "activity",
                        labels.activity(),
                        "result_code",
                        labels.resultCode()));
    }

    Counter needsRestart(String activity) {
        return needingRestart.computeIfAbsent(
                activity, label -> registry.counter("koobridge.callbacks.need.restart", "activity", label));
    }

    Counter keyUsed(String keyId) {
        return keysUsed.computeIfAbsent(
                keyId, label -> registry.counter("koobridge.signature.key.used", "key_id", label));
    }

    Counter rejected(String reason) {
        return rejected.computeIfAbsent(
                reason, label -> registry.counter("koobridge.signature.rejected", "reason", label));
    }

    private Timer seconds(boolean mayBeHeld) {
        return Timer.builder("koobridge.callback")
                .description("From a call's head to its answer, or to its caller's hanging up")
                .tag("held", Boolean.toString(mayBeHeld))
                .register(registry);
    }
}
