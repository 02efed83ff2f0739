package io.koobridge.benchmark.micro;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.events.wire.WireEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** Events to Kafka records: attributes into headers, data into JSON. */
@State(Scope.Thread)
public class EventWriting {

    private final EventCodec<InstanceFact> facts = new EventCodec<>(EventFamily.INSTANCE_FACTS);
    private final EventCodec<InstanceSnapshot> states = new EventCodec<>(EventFamily.INSTANCE_STATES);
    private final Event<InstanceFact> purchase = Samples.purchase();
    private final Event<InstanceSnapshot> state = Samples.snapshot();
    private final JsonMapper json = Json.mapper();

    @Benchmark
    public WireEvent writeFact() {
        return facts.encode(purchase);
    }

    @Benchmark
    public byte[] bareWriteFact() {
        return json.writeValueAsBytes(purchase.data());
    }

    @Benchmark
    public WireEvent writeState() {
        return states.encode(state);
    }

    @Benchmark
    public byte[] bareWriteState() {
        return json.writeValueAsBytes(state.data());
    }
}
