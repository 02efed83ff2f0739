package io.koobridge.gateway.dialect.v1;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.gateway.address.V1Terms;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.time.ExpireTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What V1 calls tell of an order (saas-v1 §3.1). What decides about the instance must be readable; the rest is left out where it is not. */
public final class V1Order {

    /** The tables of different years say 4 and 7 (saas-v1 §10, A8). */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    /** As senders print decimals, also {@code 1.2E+3} as Java does. */
    private static final Pattern AMOUNT =
            Pattern.compile("[+-]?([0-9]{1,20}(\\.[0-9]{0,6})?|\\.[0-9]{1,6})([eE][+-]?[0-9]{1,2})?");

    /** Digits on either side of the point, so that no short text becomes a long number. */
    private static final int MOST_DIGITS = 20;

    private final Members members;
    private final V1Terms terms;

    public V1Order(Members members, V1Terms terms) {
        this.members = members;
        this.terms = terms;
    }

    /** As the call says, else as configured for the product, else a period where there is an end (saas-v1 §10, A26). */
    public @Nullable ChargingMode chargingMode() {
        return members.idIfAny("chargingMode")
                .flatMap(V1Order::mode)
                .or(() -> members.idIfAny("productId").map(terms.chargingModes()::get))
                .or(() -> members.idIfAny("expireTime").map(_ -> ChargingMode.PERIOD))
                .orElse(null);
    }

    /** Whether it is known to be paid by use, so that one order buys several things, told apart by product (saas-v1 §3.1, §10 A25). */
    public boolean metered() {
        var mode = chargingMode();
        return mode != null && mode.metered();
    }

    /** Capacities without a product would be nobody's, and whoever heard a success would not send them again. */
    public @Nullable Product product() {
        var product = new Told(
                members.idIfAny("skuCode").orElse(null),
                quantity("amount"),
                quantity("diskSize"),
                quantity("bandWidth"));
        return product.equals(Told.NOTHING) && members.idIfAny("productId").isEmpty()
                ? null
                : product.of(members.id("productId"));
    }

    /** What a product is bought with. */
    private record Told(
            @Nullable String skuCode,
            @Nullable Long amount,
            @Nullable Long diskSize,
            @Nullable Long bandWidth) {

        private static final Told NOTHING = new Told(null, null, null, null);

        private Product of(String productId) {
            return new Product(productId, skuCode, amount, diskSize, bandWidth);
        }
    }

    /** For a change that sells no capacities: those are no parameters of it, and what is none decides nothing (saas-v1 §7.9). */
    public @Nullable Product productAlone() {
        return members.idIfAny("productId")
                .map(productId -> new Product(productId, null, null))
                .orElse(null);
    }

    public @Nullable Period period() {
        return members.idIfAny("periodType")
                .flatMap(unit -> number("periodNumber").map(count -> new Period(unit, count)))
                .orElse(null);
    }

    /** For reference only in a purchase, so that one which cannot be read is none. */
    public @Nullable Instant end() {
        return members.idIfAny("expireTime")
                .flatMap(text -> ExpireTime.read(text, terms.zone()))
                .orElse(null);
    }

    public @Nullable BigDecimal orderAmount() {
        return members.idIfAny("orderAmount").flatMap(V1Order::amount).orElse(null);
    }

    public Optional<Integer> number(String name) {
        return members.idIfAny(name).flatMap(V1Order::wholeNumber).map(Long::intValue);
    }

    /** What was paid, written out. */
    public static Optional<BigDecimal> amount(String text) {
        return Optional.of(text.strip())
                .filter(AMOUNT.asMatchPredicate())
                .map(BigDecimal::new)
                .filter(V1Order::isShort)
                .map(paid -> new BigDecimal(paid.toPlainString()));
    }

    private static boolean isShort(BigDecimal paid) {
        return paid.scale() <= MOST_DIGITS && paid.precision() - paid.scale() <= MOST_DIGITS;
    }

    /** How much was bought is not to be guessed. */
    private @Nullable Long quantity(String name) {
        return members.readIfAny(name, V1Order::wholeNumber, "is not a whole number of at most 9 digits")
                .orElse(null);
    }

    private static Optional<Long> wholeNumber(String text) {
        return Optional.of(text.strip()).filter(WHOLE_NUMBER.asMatchPredicate()).map(Long::valueOf);
    }

    private static Optional<ChargingMode> mode(String number) {
        return switch (number.strip()) {
            case "0" -> Optional.of(ChargingMode.ON_DEMAND);
            case "1" -> Optional.of(ChargingMode.PERIOD);
            case "3" -> Optional.of(ChargingMode.ONE_TIME);
            case "5" -> Optional.of(ChargingMode.ON_DEMAND_PKG);
            default -> Optional.empty();
        };
    }
}
