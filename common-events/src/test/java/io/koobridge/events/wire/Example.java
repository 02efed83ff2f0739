package io.koobridge.events.wire;

import io.koobridge.events.Event;
import io.koobridge.events.FactIds;
import io.koobridge.events.SealedText;
import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstancePurchased;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.InstanceFact.OrderLearned;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceFact.UpgradeOrdered;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.LicenseDelivery;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.ExtensionField;
import io.koobridge.events.instance.OrderDetails.Particulars;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderInForce;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.journal.JournalEntry;
import io.koobridge.events.order.Comparison;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.order.OrderFact.OrderNotified;
import io.koobridge.events.order.OrderIds;
import io.koobridge.events.order.OrderObserved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The value that stands in a golden file.
 *
 * @param variant absent members are shown in a second file, {@code bare}; what writers that are still out there leave out,
 *     in a third, {@code old}
 */
record Example<T>(EventFamily<T> family, String variant, Event<? extends T> event) {

    static final String FULL = "";
    static final String BARE = ".bare";
    private static final String OLD = ".old";

    static final String ID = "kbapbhc56evkq3h4tzrup44prpzcvfnt24zd5u";
    private static final String FACT = "fseijeh4qtj5dybcylxkopp5aavame3tjkyom2so";
    static final Instant SIGNED = Instant.parse("2026-02-22T16:27:02.400Z");
    static final OrderKey ORDER = new OrderKey("CS1906666666ABCDE", "CS1906666666ABCDE-000001", "OFFI1906666666ABCDE");
    private static final OrderKey ORDER_ALONE = new OrderKey("CS1906666666ABCDE", null, null);
    private static final OrderDetails OLD_DETAILS = new OrderDetails(
            "NEW",
            ChargingMode.PERIOD,
            new Product("OFFI1906666666ABCDE", "ad8a8f5b-c3c5-4f7e-9d1e-27d53aa4d3a0", 2L),
            new Period("year", 1),
            Instant.parse("2027-02-22T15:59:59Z"),
            new Buyer(
                    "688055390f3049f283fe9f1aa90f7aa4",
                    "云商店客户",
                    "e7c1b4e8",
                    "张三",
                    new SealedText("v1.bW9iaWxl"),
                    new SealedText("v1.ZW1haWw")));
    private static final OrderDetails DETAILS = new OrderDetails(
            "NEW",
            ChargingMode.PERIOD,
            new Product("OFFI1906666666ABCDE", "ad8a8f5b-c3c5-4f7e-9d1e-27d53aa4d3a0", 2L, 100L, 5L),
            OLD_DETAILS.period(),
            OLD_DETAILS.expiresAt(),
            OLD_DETAILS.buyer(),
            new Particulars(
                    "b7c1e0d2f3a44f5b8f0a6d9e1c2b3a40",
                    new BigDecimal("1280.500"),
                    3,
                    List.of(
                            new ExtensionField("deptName", new SealedText("v1.ZGVwdE5hbWU")),
                            new ExtensionField("席位备注", new SealedText("v1.c2VhdE5vdGU")))));
    private static final OrderDetails BARE_DETAILS =
            new OrderDetails("TRIAL", ChargingMode.ON_DEMAND, null, null, null, null);

    private static final OrderDetails OBSERVED_DETAILS = new OrderDetails(
            "NEW",
            ChargingMode.PERIOD,
            new Product("OFFI1906666666ABCDE", "ad8a8f5b-c3c5-4f7e-9d1e-27d53aa4d3a0", 2L, 100L, 10L),
            new Period("year", 1),
            Instant.parse("2027-02-22T15:59:59Z"),
            DETAILS.buyer(),
            new OrderDetails.Particulars(
                    "9d1e27d5",
                    new BigDecimal("-12.345"),
                    2,
                    List.of(new OrderDetails.ExtensionField("emailDomainName", new SealedText("v1.ZG9tYWlu")))));

    static List<Example<?>> all() {
        return Stream.of(instancesAndOrders(), LicenseExamples.all(), TenantExamples.all())
                .<Example<?>>flatMap(List::stream)
                .toList();
    }

    private static List<Example<?>> instancesAndOrders() {
        return List.of(
                fact(
                        FULL,
                        new InstancePurchased(
                                InstanceKind.LICENSE,
                                ORDER,
                                DETAILS,
                                AccessForm.ENCRYPTED,
                                LicenseDelivery.WITH_PURCHASE)),
                fact(OLD, new InstancePurchased(InstanceKind.SAAS, ORDER)),
                fact(BARE, new InstancePurchased(InstanceKind.LICENSE, ORDER_ALONE)),
                fact(FULL, new InstanceFrozen()),
                fact(FULL, new InstanceUnfrozen()),
                fact(FULL, new InstanceReleased(ORDER)),
                fact(BARE, new InstanceReleased(null)),
                fact(
                        FULL,
                        new TermChanged(
                                TermChange.RENEWAL_CHANGE,
                                ORDER,
                                "OFFI1906666666FGHIJ",
                                Instant.parse("2028-02-22T15:59:59Z"),
                                true,
                                DETAILS)),
                fact(
                        OLD,
                        new TermChanged(
                                TermChange.RENEWAL_CHANGE,
                                ORDER,
                                "OFFI1906666666FGHIJ",
                                Instant.parse("2028-02-22T15:59:59Z"),
                                true)),
                fact(
                        BARE,
                        new TermChanged(
                                TermChange.RENEWAL, ORDER_ALONE, null, Instant.parse("2028-02-22T15:59:59Z"), false)),
                fact(FULL, new UpgradeOrdered(ORDER, DETAILS)),
                fact(OLD, new UpgradeOrdered(ORDER)),
                fact(FULL, new OrderLearned(ORDER, DETAILS)),
                fact(OLD, new OrderLearned(ORDER, OLD_DETAILS)),
                fact(BARE, new OrderLearned(ORDER_ALONE, BARE_DETAILS)),
                state(
                        FULL,
                        new InstanceSnapshot(
                                ID,
                                InstanceKind.LICENSE,
                                Phase.ACTIVE,
                                ORDER,
                                DETAILS,
                                DETAILS.expiresAt(),
                                FailureReason.SOLD_OUT,
                                7,
                                2,
                                2,
                                new OrderInForce(ORDER, SIGNED, new OrderInForce.Sale(DETAILS.product())),
                                LicenseDelivery.ON_APPLICATION)),
                state(
                        OLD,
                        new InstanceSnapshot(
                                ID,
                                InstanceKind.SAAS,
                                Phase.ACTIVE,
                                ORDER,
                                OLD_DETAILS,
                                OLD_DETAILS.expiresAt(),
                                FailureReason.SOLD_OUT,
                                7,
                                2,
                                2)),
                state(
                        BARE,
                        new InstanceSnapshot(
                                ID, InstanceKind.LICENSE, Phase.PROVISIONING, ORDER_ALONE, null, null, null, 1, 1, 0)),
                notified(FULL, new OrderNotified("CS1906666666ABCDE", "CS1906666666ABCDE-000001")),
                observed(
                        FULL,
                        new OrderObserved(
                                "CS1906666666ABCDE",
                                "CS1906666666ABCDE-000001",
                                OBSERVED_DETAILS,
                                Comparison.KNOWN,
                                ID,
                                "the marketplace answered 0150: Illegal operation",
                                SIGNED,
                                3)),
                observed(
                        BARE,
                        new OrderObserved("CS1906666666ABCDE", null, null, Comparison.PENDING, null, null, null, 1)),
                entry(
                        FULL,
                        new JournalEntry.CallbackAnswered(
                                "/koogallery/saas", "newInstance", "verified", "base-1", "000004", 12, false)),
                entry(
                        BARE,
                        new JournalEntry.CallbackAnswered(
                                "/koogallery/saas", "other", "signature", null, "000001", 1, true)),
                entry(
                        FULL,
                        new JournalEntry.FactDecided(
                                "provisioning-service",
                                FACT,
                                "frozen",
                                "stale",
                                "ACTIVE as of 2026-02-22T16:30:00Z is already wanted")),
                entry(BARE, new JournalEntry.FactDecided("provisioning-service", FACT, "purchased", "applied", null)),
                entry(FULL, new JournalEntry.AttemptEnded("provisioning-service", 2, 3, "failed", "provisioner: 端口忙")),
                entry(BARE, new JournalEntry.AttemptEnded("provisioning-service", 1, 1, "settled", null)),
                entry(
                        FULL,
                        new JournalEntry.OutsideCalled(
                                "provisioning-service",
                                "open-api",
                                "order-query",
                                "uncertain",
                                20_000,
                                "no answer within 20 s")),
                entry(
                        BARE,
                        new JournalEntry.OutsideCalled(
                                "provisioning-service", "open-api", "order-query", "answered", 87, null)),
                entry(FULL, new JournalEntry.StateChanged("provisioning-service", "ACTIVE", 7, 2)),
                entry(FULL, new JournalEntry.FindingOpened("provisioning-service", "FACT_REFUSED", "frozen: RELEASED")),
                entry(FULL, new JournalEntry.FindingClosed("provisioning-service", "FACT_REFUSED")),
                entry(
                        FULL,
                        new JournalEntry.DeadLettered(
                                "provisioning-service", "koobridge.facts.instances", 11, 4_711, "unreadable")),
                entry(
                        FULL,
                        new JournalEntry.OperatorActed(
                                "provisioning-service",
                                "replayed",
                                "koobridge.facts.instances.dlq:2:17",
                                "the gateway was rolled out first")));
    }

    EventCodec<T> codec() {
        return new EventCodec<>(family);
    }

    WireEvent encoded() {
        return codec().encode(event);
    }

    byte[] structured() {
        return codec().encodeStructured(event);
    }

    /** It has every member that its type has. */
    boolean whole() {
        return variant.equals(FULL);
    }

    /** For example {@code fact.instance/purchased.bare}. */
    String file() {
        return family.name() + '/' + family.shortName(event.data()) + variant;
    }

    @Override
    public String toString() {
        return file();
    }

    private static Example<InstanceFact> fact(String variant, InstanceFact fact) {
        var trace = variant.equals(BARE) ? null : "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        return new Example<>(
                EventFamily.INSTANCE_FACTS,
                variant,
                new Event<>(FACT, ID, "/koogallery/saas", SIGNED, SIGNED.plusMillis(31), trace, fact));
    }

    private static Example<InstanceSnapshot> state(String variant, InstanceSnapshot state) {
        return new Example<>(
                EventFamily.INSTANCE_STATES,
                variant,
                new Event<>(ID + '@' + state.version(), ID, "/provisioning-service", SIGNED, SIGNED, null, state));
    }

    private static Example<OrderFact> notified(String variant, OrderNotified fact) {
        var trace = variant.equals(BARE) ? null : "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var factId = FactIds.ofNotification(fact.orderId(), fact.orderLineId());
        return new Example<>(
                EventFamily.ORDER_FACTS,
                variant,
                new Event<>(
                        factId,
                        OrderIds.of(fact.order()),
                        "/koogallery/orders",
                        SIGNED,
                        SIGNED.plusMillis(31),
                        trace,
                        fact));
    }

    private static Example<OrderObserved> observed(String variant, OrderObserved state) {
        var id = OrderIds.of(new OrderKey(state.orderId(), state.orderLineId(), null));
        return new Example<>(
                EventFamily.ORDER_STATES,
                variant,
                new Event<>(id + '@' + state.version(), id, "/provisioning-service", SIGNED, SIGNED, null, state));
    }

    private static Example<JournalEntry> entry(String variant, JournalEntry entry) {
        return new Example<>(
                EventFamily.JOURNAL,
                variant,
                new Event<>(
                        "5e9f1a52-6b1d-4c1a-9d1e-0b6d3c7a2f10",
                        ID,
                        "/provisioning-service",
                        SIGNED,
                        SIGNED,
                        null,
                        entry));
    }
}
