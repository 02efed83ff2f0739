package io.koobridge.gateway.dialect.saas.v1;

import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.gateway.address.SaasTerms;
import io.koobridge.gateway.dialect.json.Members;
import io.koobridge.gateway.dialect.saas.ExpireTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What V1 calls tell of an order (saas-v1 §3.1). What decides about the instance must be readable; the rest is left out where it is not. */
final class V1Order {

    /** The tables of different years say 4 and 7 (saas-v1 §10, A8). */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,6})?");

    private final Members members;
    private final SaasTerms.V1 terms;

    V1Order(Members members, SaasTerms.V1 terms) {
        this.members = members;
        this.terms = terms;
    }

    /** As the call says, else as configured for the product, else a period where there is an end (saas-v1 §10, A26). */
    @Nullable ChargingMode chargingMode() {
        return members.idIfAny("chargingMode")
                .flatMap(V1Order::mode)
                .or(() -> members.idIfAny("productId").map(terms.chargingModes()::get))
                .or(() -> members.idIfAny("expireTime").map(_ -> ChargingMode.PERIOD))
                .orElse(null);
    }

    @Nullable Product product() {
        var productId = members.idIfAny("productId").orElse(null);
        var skuCode = members.idIfAny("skuCode").orElse(null);
        var amount = quantity("amount");
        var diskSize = quantity("diskSize");
        var bandWidth = quantity("bandWidth");
        return productId == null ? null : new Product(productId, skuCode, amount, diskSize, bandWidth);
    }

    @Nullable Period period() {
        return members.idIfAny("periodType")
                .flatMap(unit -> number("periodNumber").map(count -> new Period(unit, count)))
                .orElse(null);
    }

    /** For reference only in a purchase, so that one which cannot be read is none. */
    @Nullable Instant end() {
        return members.idIfAny("expireTime")
                .flatMap(text -> ExpireTime.read(text, terms.zone()))
                .orElse(null);
    }

    @Nullable BigDecimal orderAmount() {
        return members.idIfAny("orderAmount").flatMap(V1Order::amount).orElse(null);
    }

    Optional<Integer> number(String name) {
        return members.idIfAny(name).flatMap(V1Order::wholeNumber).map(Long::intValue);
    }

    /** What was paid. No exponents: a short text would be a number of any size. */
    static Optional<BigDecimal> amount(String text) {
        return Optional.of(text.strip()).filter(AMOUNT.asMatchPredicate()).map(BigDecimal::new);
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
