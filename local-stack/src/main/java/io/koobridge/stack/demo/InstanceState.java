package io.koobridge.stack.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds for true about an instance.
 *
 * @param wanted {@code ACTIVE}, {@code FROZEN} or {@code RELEASED}
 * @param expiry to the second, as KooGallery counts; absent where there is no period
 */
record InstanceState(String wanted, @Nullable Instant expiry, Product product) {

    static final String RELEASED = "RELEASED";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    /**
     * What was bought.
     *
     * @param skuCode absent for whoever does not know it
     * @param quantity absent for a product that is not counted
     */
    record Product(
            String productId,
            @Nullable String skuCode,
            @Nullable Long quantity) {

        static final Product UNKNOWN = new Product("", null, null);

        boolean agreesWith(Product other) {
            return productId.equals(other.productId)
                    && Objects.equals(quantity, other.quantity)
                    && (skuCode == null || other.skuCode == null || skuCode.equals(other.skuCode));
        }

        private String text() {
            String name = skuCode == null ? productId : skuCode;
            return quantity == null ? name : name + " x" + quantity;
        }
    }

    InstanceState {
        expiry = expiry == null ? null : expiry.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Once it is released only that counts. */
    boolean agreesWith(InstanceState other) {
        boolean same = Objects.equals(expiry, other.expiry) && product.agreesWith(other.product);
        return wanted.equals(other.wanted) && (wanted.equals(RELEASED) || same);
    }

    /** As short as a cell of the table. */
    String text() {
        return wanted.equals(RELEASED)
                ? wanted
                : String.join(" ", wanted, expiry == null ? "no end" : DAY.format(expiry), product.text());
    }
}
