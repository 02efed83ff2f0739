package io.koobridge.gateway.publish;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeId;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.tenant.TenantFact;
import io.koobridge.events.topic.Topic;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.runtime.kafka.KafkaEvents;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The facts of one topic.
 *
 * @param subjectKey what logs and spans call that which a fact is about
 * @param shown the subject as logs and spans may show it
 */
public record FactFamily<F>(Topic topic, EventCodec<F> codec, String subjectKey, UnaryOperator<String> shown) {

    public static final FactFamily<InstanceFact> INSTANCES =
            new FactFamily<>(Topics.INSTANCE_FACTS, new EventCodec<>(EventFamily.INSTANCE_FACTS), "instanceId");

    public static final FactFamily<OrderFact> ORDERS =
            new FactFamily<>(Topics.ORDER_FACTS, new EventCodec<>(EventFamily.ORDER_FACTS), "orderId");

    public static final FactFamily<LicenseFact> LICENSES =
            new FactFamily<>(Topics.LICENSE_FACTS, new EventCodec<>(EventFamily.LICENSE_FACTS), "licenseId");

    public static final FactFamily<CodeFact> LICENSE_CODES = new FactFamily<>(
            Topics.LICENSE_CODE_FACTS, new EventCodec<>(EventFamily.LICENSE_CODE_FACTS), "licenseCode", CodeId::of);

    public static final FactFamily<TenantFact> TENANTS =
            new FactFamily<>(Topics.TENANT_FACTS, new EventCodec<>(EventFamily.TENANT_FACTS), "tenantId");

    /** Of subjects that are no secret. */
    private FactFamily(Topic topic, EventCodec<F> codec, String subjectKey) {
        this(topic, codec, subjectKey, UnaryOperator.identity());
    }

    ProducerRecord<String, byte[]> record(Event<F> fact) {
        return KafkaEvents.record(topic, codec.encode(fact));
    }
}
