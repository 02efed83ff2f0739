package io.koobridge.service.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.Event;
import io.koobridge.events.wire.EventCodec;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Publishes states over one output binding and waits for the broker: the binding's producer is synchronous. */
public final class StatePublisher<T> {

    private final StreamBridge bridge;
    private final String binding;
    private final EventCodec<T> codec;

    public StatePublisher(StreamBridge bridge, String binding, EventCodec<T> codec) {
        this.bridge = bridge;
        this.binding = binding;
        this.codec = codec;
    }

    /**
     * Publishes one state.
     *
     * @throws RuntimeException when it is not known to be stored
     */
    public void publish(Event<? extends T> state) {
        var wire = codec.encode(state);
        var message = MessageBuilder.withPayload(wire.data())
                .setHeader(KafkaHeaders.KEY, wire.key().getBytes(UTF_8));
        wire.headers().forEach((name, value) -> message.setHeader(name, value.getBytes(UTF_8)));
        if (!bridge.send(binding, message.build())) {
            throw new IllegalStateException("the state of %s was not published".formatted(state.subject()));
        }
    }
}
