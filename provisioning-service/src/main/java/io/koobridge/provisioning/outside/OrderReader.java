package io.koobridge.provisioning.outside;

import io.koobridge.events.SealedText;
import io.koobridge.events.instance.Buyer;
import io.koobridge.events.instance.ChargingMode;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.OrderDetails.Period;
import io.koobridge.events.instance.OrderDetails.Product;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.provisioning.domain.LookUp;
import io.koobridge.provisioning.domain.OrderQuery.Answer;
import io.koobridge.provisioning.domain.Sighting;
import io.koobridge.service.seal.Sealing;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads an {@code orderInfo} leniently (usage-and-open-api §6.2): members by name if present, numbers where texts are
 * expected and the other way round, unknown ones ignored. Contact data is sealed as it is read.
 */
final class OrderReader {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final int SECONDS_DIGITS = 14;

    /**
     * Lines and products of an order that is only looked at, whoever sold it. Each line may be called with each product, for either kind of
     * instance: a hundred of both are 20,402 names, 21 questions to the store at each comparison. A thousand of both would be 2,000.
     */
    private static final int SEEN_AT_MOST = 100;

    /** Instead of an order type that the marketplace did not tell. */
    private static final String UNTOLD = "UNTOLD";

    private final Sealing contact;

    OrderReader(Sealing contact) {
        this.contact = contact;
    }

    Answer read(String instanceId, LookUp lookUp, JsonNode order) {
        var key = lookUp.order();
        var line = line(lookUp, order.path("orderLine"));
        if (line == null) {
            return new Answer.NotNow(lineless(key));
        }
        var mode = mode(text(line, "chargingMode"));
        if (mode == null) {
            return new Answer.NotNow("the order line's chargingMode is %s"
                    .formatted(Optional.ofNullable(text(line, "chargingMode")).orElse("missing")));
        }
        var product = product(lookUp, line.path("productInfo"));
        if (product == null && key.product().isPresent()) {
            return new Answer.NotNow(
                    "the order line has no product " + key.product().get());
        }
        var details = new OrderDetails(
                Optional.ofNullable(text(order, "orderType")).orElse(UNTOLD),
                mode,
                product,
                period(line),
                time(text(line, "expireTime")),
                buyer(instanceId, order.path("buyerInfo")));
        return new Answer.Found(
                details, (int) products(line.path("productInfo")).count());
    }

    /**
     * As much as can be read, whatever was ordered: nothing is made of it, so nobody needs the buyer's contact data. Empty when the line is not
     * there.
     */
    static Optional<Sighting> see(OrderKey key, JsonNode order) {
        var lines = lines(key, order.path("orderLine")).toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var line = lines.getFirst();
        var products = products(line.path("productInfo")).toList();
        var details = new OrderDetails(
                Optional.ofNullable(text(order, "orderType")).orElse(UNTOLD),
                mode(text(line, "chargingMode")),
                products.stream().findFirst().map(OrderReader::product).orElse(null),
                period(line),
                time(text(line, "expireTime")),
                buyer(order.path("buyerInfo"), null, null));
        return Optional.of(new Sighting(
                details,
                lines.stream()
                        .flatMap(each -> products(each.path("productInfo")))
                        .map(product -> String.valueOf(text(product, "productId")))
                        .distinct()
                        .limit(SEEN_AT_MOST)
                        .toList(),
                lines.stream()
                        .map(each -> text(each, "orderLineId"))
                        .filter(id -> id != null && OrderKey.fits(id))
                        .map(String::valueOf)
                        .distinct()
                        .limit(SEEN_AT_MOST)
                        .toList()));
    }

    static String lineless(OrderKey key) {
        return "the order has no line " + key.lineId().orElse("at all");
    }

    private static Stream<JsonNode> lines(OrderKey key, JsonNode lines) {
        return elements(lines)
                .filter(line -> key.lineId().isEmpty() || key.lineId().get().equals(text(line, "orderLineId")));
    }

    /** V1 names no line, but often the product: then it is the line that has it (saas-v1 §3.1). */
    private static @Nullable JsonNode line(LookUp lookUp, JsonNode order) {
        var key = lookUp.order();
        var named = key.product().orElse(lookUp.told().productId());
        var lines = lines(key, order).toList();
        return lines.stream()
                .filter(line -> products(line.path("productInfo"))
                        .anyMatch(product -> Objects.equals(named, text(product, "productId"))))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse(null);
    }

    /** The one that identifies the instance and no other; else the one that the call named, if it is there; else the first. */
    private static @Nullable Product product(LookUp lookUp, JsonNode line) {
        var identity = lookUp.order().product();
        var named = lookUp.told().productId();
        var candidates = products(line)
                .filter(product -> identity.isEmpty() || identity.get().equals(text(product, "productId")))
                .toList();
        return candidates.stream()
                .filter(product -> Objects.equals(named, text(product, "productId")))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(OrderReader::product)
                .orElse(null);
    }

    private static Product product(JsonNode product) {
        return new Product(
                String.valueOf(text(product, "productId")), text(product, "skuCode"), number(product, "linearValue"));
    }

    private static Stream<JsonNode> products(JsonNode products) {
        return elements(products).filter(product -> text(product, "productId") != null);
    }

    private static @Nullable Period period(JsonNode line) {
        var unit = text(line, "periodType");
        var count = number(line, "periodNumber");
        return unit == null || count == null || count != count.intValue() ? null : new Period(unit, count.intValue());
    }

    private @Nullable Buyer buyer(String instanceId, JsonNode buyer) {
        return buyer(
                buyer,
                contact.seal(instanceId, Buyer.MOBILE, text(buyer, "mobilePhone")),
                contact.seal(instanceId, Buyer.EMAIL, text(buyer, "email")));
    }

    private static @Nullable Buyer buyer(JsonNode buyer, @Nullable SealedText mobile, @Nullable SealedText email) {
        return !buyer.isObject()
                ? null
                : new Buyer(
                        text(buyer, "customerId"),
                        text(buyer, "customerName"),
                        text(buyer, "userId"),
                        text(buyer, "userName"),
                        mobile,
                        email);
    }

    /** 14 digits by the format, 17 in printed examples; UTC (saas-v2 §5.1). Anything else is no expiry at all. */
    private static @Nullable Instant time(@Nullable String digits) {
        if (digits == null || digits.length() < SECONDS_DIGITS) {
            return null;
        }
        try {
            return LocalDateTime.parse(digits.substring(0, SECONDS_DIGITS), SECONDS)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable ChargingMode mode(@Nullable String name) {
        for (var mode : ChargingMode.values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        return null;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of(list);
    }

    private static @Nullable String text(JsonNode object, String name) {
        var value = object.path(name);
        var text = value.isValueNode() && !value.isNull() ? value.asString("") : "";
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable Long number(JsonNode object, String name) {
        var text = text(object, name);
        try {
            return text == null ? null : new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            return null;
        }
    }
}
