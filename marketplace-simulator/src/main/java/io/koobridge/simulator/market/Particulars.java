package io.koobridge.simulator.market;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What V1 calls tell about an order besides its line (saas-v1 §3.1); V2 sellers learn only the extension fields, by the order query.
 *
 * @param orderAmount what was paid; null: the list price
 * @param diskSize in GB
 * @param bandWidth in Mbps
 * @param provisionType the documents fix 3 for "synchronously after purchase" in License V1; null: not sent
 */
public record Particulars(
        @Nullable BigDecimal orderAmount,
        @Nullable Integer diskSize,
        @Nullable Integer bandWidth,
        @Nullable Integer provisionType,
        List<Extension> extension) {
    public static final Particulars PLAIN =
            new Particulars(null, null, null, null, List.of(new Extension("emailDomainName", "example.com")));
    private static final int MOST_FIELDS = 20;

    public Particulars {
        extension = List.copyOf(extension);
        within("diskSize", diskSize);
        within("bandWidth", bandWidth);
        if (extension.size() > MOST_FIELDS) {
            throw new IllegalArgumentException("at most " + MOST_FIELDS + " extension fields");
        }
        if (orderAmount != null && (orderAmount.signum() < 0 || orderAmount.scale() > 3)) {
            throw new IllegalArgumentException("orderAmount must be at least 0, with at most three decimals");
        }
    }

    /** Of an upgrade: what is not said stays as it was. */
    public Particulars changed(@Nullable Integer disk, @Nullable Integer band) {
        return new Particulars(
                null, disk == null ? diskSize : disk, band == null ? bandWidth : band, provisionType, extension);
    }

    /** A later order of the same purchase is paid anew. */
    public Particulars unpaid() {
        return new Particulars(null, diskSize, bandWidth, provisionType, extension);
    }

    private static void within(String name, @Nullable Integer value) {
        if (value != null && (value < 1 || value > 9_999_999)) {
            throw new IllegalArgumentException(name + " must be from 1 to 9999999");
        }
    }
}
