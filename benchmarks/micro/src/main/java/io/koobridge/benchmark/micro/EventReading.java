package io.koobridge.benchmark.micro;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.wire.Decoded;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.events.wire.Json;
import io.koobridge.events.wire.WireEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** Kafka records to events: nothing that comes is trusted, and what cannot be read has a reason. */
@State(Scope.Thread)
public class EventReading {

    private final EventCodec<InstanceFact> facts = new EventCodec<>(EventFamily.INSTANCE_FACTS);
    private final EventCodec<InstanceSnapshot> states = new EventCodec<>(EventFamily.INSTANCE_STATES);
    private final WireEvent purchase = facts.encode(Samples.purchase());
    private final WireEvent state = states.encode(Samples.snapshot());
    private final JsonMapper json = Json.mapper();

    @Benchmark
    public Decoded<InstanceFact> readFact() {
        return facts.decode(purchase.headers(), purchase.data());
    }

    @Benchmark
    public InstancePurchased bareReadFact() {
        return json.readValue(purchase.data(), InstancePurchased.class);
    }

    @Benchmark
    public Decoded<InstanceSnapshot> readState() {
        return states.decode(state.headers(), state.data());
    }

    @Benchmark
    public InstanceSnapshot bareReadState() {
        return json.readValue(state.data(), InstanceSnapshot.class);
    }
}
