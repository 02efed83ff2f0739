package io.koobridge.service.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.events.wire.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RequestListenerTest {

    private final AtomicInteger calls = new AtomicInteger();
    private volatile Step<Valve> step = new Step.Failed<>("busy");
    private final Bench bench = new Bench((_, _) -> {
        calls.incrementAndGet();
        return step;
    });
    private final RequestListener listener = listener(Mono.empty());

    @Test
    void aRequestIsHandledToItsEnd() {
        var request = bench.want(true);
        step = new Step.Settled<>(new Valve(true, 1, 1));

        listener.on(record(Json.mapper().writeValueAsBytes(request)));

        assertThat(bench.entry().work()).isNull();
    }

    @Test
    void aRequestGoesToTheLedgerThatItNames() {
        var other = new Bench((_, _) -> {
            throw new AssertionError("the other ledger was not asked for");
        });
        var both = new RequestListener(Mono.empty(), () -> Map.of("levers", other.loop, "valves", bench.loop));
        other.want(true);
        step = new Step.Settled<>(new Valve(true, 1, 1));

        both.on(record(Json.mapper().writeValueAsBytes(bench.want(true))));

        assertThat(bench.entry().work()).isNull();
        assertThat(other.entry().work()).isNotNull();
    }

    @Test
    void theNextRungIsAskedForByAnExceptionWithoutAStack() {
        var request = record(Json.mapper().writeValueAsBytes(bench.want(true)));

        assertThatThrownBy(() -> listener.on(request))
                .isInstanceOf(NextRungException.class)
                .hasMessage("valve-1 is to be looked at again")
                .satisfies(error -> assertThat(error.getStackTrace()).isEmpty());
    }

    @Test
    void whatNobodyCanReadIsPassedOverForItIsOnlyAnAlarm() {
        assertThatCode(() -> {
                    listener.on(record("no request".getBytes(UTF_8)));
                    listener.on(record("null".getBytes(UTF_8)));
                    listener.on(record("[]".getBytes(UTF_8)));
                    listener.on(record("{}".getBytes(UTF_8)));
                    listener.on(record(null));
                    listener.on(
                            record(Json.mapper().writeValueAsBytes(new ReconcileRequest("elsewhere", "valve-1", "t"))));
                })
                .doesNotThrowAnyException();
        assertThat(calls).hasValue(0);
    }

    @Tag("promise:one-seller-one-ledger")
    @Test
    void nobodyOutsideIsCalledForALedgerThatIsNotKnownToBeOurs() {
        var request = record(Json.mapper().writeValueAsBytes(bench.want(true)));
        var early = listener(Mono.error(new IllegalStateException("not ready")));

        assertThatThrownBy(() -> early.on(request)).hasMessageContaining("not ready");
        assertThat(calls).hasValue(0);
    }

    private RequestListener listener(Mono<Void> ready) {
        return new RequestListener(ready, () -> Map.of("valves", bench.loop));
    }

    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value) {
        return new ConsumerRecord<>("koobridge.requests.test", 0, 7, new byte[0], value);
    }
}
