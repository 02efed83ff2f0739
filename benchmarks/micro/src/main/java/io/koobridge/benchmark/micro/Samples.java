package io.koobridge.benchmark.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.InstanceIds;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/** What the benchmarks work on: the sizes and shapes of real calls, with invented values. */
final class Samples {

    static final Instant SIGNED_AT = Instant.parse("2026-03-05T08:15:30.123Z");
    static final String TIMESTAMP = Long.toString(SIGNED_AT.toEpochMilli());
    static final Instant NOW = SIGNED_AT.plusMillis(40);
    static final Instant EXPIRY = SIGNED_AT.plus(Duration.ofDays(365));

    static final String SELLER = "benchmark-seller";
    static final String SOURCE = "/koogallery/saas";
    static final OrderKey ORDER = new OrderKey("CS2410271530ABCDE", "CS2410271530ABCDE-000001", null);
    static final OrderKey RENEWAL = new OrderKey("CS2510271530FGHIJ", "CS2510271530FGHIJ-000001", null);
    static final String INSTANCE = InstanceIds.derive(SELLER, InstanceKind.SAAS, ORDER);

    private static final int LARGE_BODY = 200 * 1024;
    private static final String NEW_INSTANCE =
            "{\"activity\":\"newInstance\",\"businessId\":\"5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10\",\"orderId\":\"%s\",\"orderLineId\":\"%s\"}"
                    .formatted(ORDER.orderId(), ORDER.lineId().orElseThrow());

    private Samples() {}

    /** The body of a purchase, compact and in the order that the marketplace documents, which is ascending. */
    static byte[] body() {
        return NEW_INSTANCE.getBytes(UTF_8);
    }

    /** 200 KiB of members, ascending. */
    static byte[] largeBody() {
        var members = new StringBuilder("{\"activity\":\"newInstance\"");
        for (int i = 0, bytes = 0; bytes < LARGE_BODY; i++) {
            var member = ",\"member%05d\":{\"name\":\"名称 %d\",\"count\":%d,\"on\":true}".formatted(i, i, i);
            members.append(member);
            bytes += member.getBytes(UTF_8).length;
        }
        return members.append('}').toString().getBytes(UTF_8);
    }

    /** The same members with white space around them: whoever signed the ascending form signed other bytes than these. */
    static byte[] spaced(byte[] ascending) {
        return new String(ascending, UTF_8).replace("\":", "\" : ").getBytes(UTF_8);
    }

    static KeyRing keys(int count) {
        return new KeyRing(IntStream.range(0, count)
                .mapToObj(i -> new AccessKey("key-" + i, "an-invented-secret-of-32-chars-" + i, null))
                .toList());
    }

    static Event<InstanceFact> event(String id, Instant asOf, InstanceFact fact) {
        return new Event<>(
                id,
                INSTANCE,
                SOURCE,
                asOf,
                asOf.plusMillis(40),
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                fact);
    }

    static Event<InstanceFact> purchase() {
        return event(
                FactIds.ofPurchase(InstanceKind.SAAS, ORDER),
                SIGNED_AT,
                new InstancePurchased(InstanceKind.SAAS, ORDER));
    }

    static OrderDetails details() {
        return new OrderDetails(
                "NEW",
                ChargingMode.PERIOD,
                new OrderDetails.Product("OFFI1000000000001", "sku-standard-01", 10L),
                new OrderDetails.Period("year", 1),
                EXPIRY,
                null);
    }

    static Event<InstanceSnapshot> snapshot() {
        var snapshot = new InstanceSnapshot(
                INSTANCE, InstanceKind.SAAS, Phase.ACTIVE, ORDER, details(), EXPIRY, null, 4, 2, 2);
        return new Event<>(INSTANCE + "@4", INSTANCE, "/provisioning-service", SIGNED_AT, NOW, null, snapshot);
    }
}
