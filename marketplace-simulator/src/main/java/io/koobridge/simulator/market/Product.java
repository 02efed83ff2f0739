package io.koobridge.simulator.market;

import java.util.regex.Pattern;

/** What an order line sells; {@code quantity} is what the protocol calls {@code linearValue}. */
public record Product(String productId, String skuCode, int quantity) {
    public static final String PRODUCT = "OFFI900000000000000001";
    public static final String SKU = "sku-standard-01";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    public Product {
        if (!ID.matcher(productId).matches() || !ID.matcher(skuCode).matches()) {
            throw new IllegalArgumentException("productId and skuCode must be 1 to 64 of letters, digits, . _ : and -");
        }
        if (quantity < 1 || quantity > 1_000_000) {
            throw new IllegalArgumentException("quantity must be from 1 to 1000000");
        }
    }

    public static Product standard(int quantity) {
        return new Product(PRODUCT, SKU, quantity);
    }
}
