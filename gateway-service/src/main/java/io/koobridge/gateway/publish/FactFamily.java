package io.koobridge.gateway.publish;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.topic.Topic;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.runtime.kafka.KafkaEvents;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The facts of one topic.
 *
 * @param subjectKey what logs and spans call that which a fact is about
 */
public record FactFamily<F>(Topic topic, EventCodec<F> codec, String subjectKey) {

    public static final FactFamily<InstanceFact> INSTANCES =
            new FactFamily<>(Topics.INSTANCE_FACTS, new EventCodec<>(EventFamily.INSTANCE_FACTS), "instanceId");

    public static final FactFamily<OrderFact> ORDERS =
            new FactFamily<>(Topics.ORDER_FACTS, new EventCodec<>(EventFamily.ORDER_FACTS), "orderId");

    ProducerRecord<String, byte[]> record(Event<F> fact) {
        return KafkaEvents.record(topic, codec.encode(fact));
    }
}
