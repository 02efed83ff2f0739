package io.koobridge.benchmark.load.licenses;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.benchmark.load.section.Plan;
import io.koobridge.benchmark.load.targets.Surroundings;
import io.koobridge.events.Event;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.topic.Topics;
import io.koobridge.events.wire.EventCodec;
import io.koobridge.events.wire.EventFamily;
import io.koobridge.stack.process.StackFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Instances that give more licences than anybody asks for, told as provisioning tells of them. */
record SoldLicenses(int orders) {

    /** So that an order has tens of licences in the end, as orders have, and not tens of thousands. */
    private static final int ORDERS = 500;

    private static final int ORDERS_QUICK = 20;

    private static final long LICENSES = 1_000_000;
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2099-01-01T00:00:00Z");

    private static final EventCodec<InstanceSnapshot> CODEC = new EventCodec<>(EventFamily.INSTANCE_STATES);

    static SoldLicenses of(Plan plan) {
        return new SoldLicenses(plan.quick() ? ORDERS_QUICK : ORDERS);
    }

    List<String> instances() {
        return IntStream.range(0, orders)
                .mapToObj(number -> snapshot(number).instanceId())
                .toList();
    }

    /** Returns when the broker has them all. */
    void publish(int brokerPort) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + brokerPort, ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = IntStream.range(0, orders)
                    .mapToObj(number -> producer.send(record(snapshot(number))))
                    .toList();
            for (var each : sent) {
                var _ = each.get();
            }
        } catch (ExecutionException e) {
            throw new StackFailure("An instance was not stored: " + e.getCause(), e);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(InstanceSnapshot snapshot) {
        var wire = CODEC.encode(new Event<>(
                snapshot.instanceId() + '@' + snapshot.version(),
                snapshot.instanceId(),
                "/provisioning-service",
                SINCE,
                SINCE,
                null,
                snapshot));
        var record =
                new ProducerRecord<>(Topics.INSTANCE_STATES.name(), wire.key().getBytes(UTF_8), wire.data());
        wire.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static InstanceSnapshot snapshot(int number) {
        var id = "BL%011d".formatted(number);
        var order = new OrderKey(id, id + "-000001", null);
        return new InstanceSnapshot(
                InstanceIds.derive(Surroundings.SELLER, InstanceKind.LICENSE, order),
                InstanceKind.LICENSE,
                Phase.ACTIVE,
                order,
                new OrderDetails(
                        "NEW",
                        ChargingMode.PERIOD,
                        new Product("OFFI-BENCHMARK-02", "sku-benchmark", LICENSES),
                        null,
                        UNTIL,
                        null),
                UNTIL,
                null,
                1,
                1,
                1,
                new OrderInForce(order, SINCE),
                LicenseDelivery.ON_APPLICATION);
    }
}
