package io.koobridge.events.instance;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes two purchases the same purchase (design §4, saas-v2 §3.4). Never the {@code businessId}: it differs on
 * every call.
 *
 * <p>Each part is well-formed Unicode: a lone surrogate becomes {@code ?} in UTF-8, and two orders would be one.
 *
 * @param orderId 1 to 64 characters
 * @param orderLineId V2 has one, V1 has none; at most 64 characters
 * @param productId where pay-per-use orders are told apart by product; at most 64 characters
 */
public record OrderKey(
        String orderId,
        @Nullable String orderLineId,
        @Nullable String productId) {

    /** What the protocol allows for each of the three. */
    public static final int LONGEST = 64;

    public OrderKey {
        require("orderId", orderId);
        if (orderLineId != null) {
            require("orderLineId", orderLineId);
        }
        if (productId != null) {
            require("productId", productId);
        }
    }

    /** Whether a text that others sent can be one of the three parts. */
    public static boolean fits(String part) {
        return !part.isBlank()
                && part.length() <= LONGEST
                && StandardCharsets.UTF_8.newEncoder().canEncode(part);
    }

    public Optional<String> lineId() {
        return Optional.ofNullable(orderLineId);
    }

    public Optional<String> product() {
        return Optional.ofNullable(productId);
    }

    /** One text for one key, and no text for two keys: the parts are escaped before they are joined. */
    public String canonical() {
        return escaped(orderId)
                + '|'
                + escaped(lineId().orElse(""))
                + '|'
                + escaped(product().orElse(""));
    }

    /**
     * The key of a {@link #canonical} text.
     *
     * @throws IllegalArgumentException when no key has this text
     */
    public static OrderKey ofCanonical(String text) {
        var parts = text.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("no key of an order: '%s'".formatted(text));
        }
        return new OrderKey(plain(parts[0]), partOrNone(parts[1]), partOrNone(parts[2]));
    }

    private static @Nullable String partOrNone(String escaped) {
        return escaped.isEmpty() ? null : plain(escaped);
    }

    private static String plain(String escaped) {
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    private static String escaped(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static void require(String name, String value) {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    value.isBlank() || value.length() > LONGEST
                            ? "%s must have 1 to %d characters, not all blank, has %d"
                                    .formatted(name, LONGEST, value.length())
                            : "%s is not well-formed Unicode".formatted(name));
        }
    }
}
