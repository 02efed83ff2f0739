package io.koobridge.simulator.market;

/** What an order line sells; {@code quantity} is what the protocol calls {@code linearValue}. */
public record Product(String productId, String skuCode, int quantity) {
    public static final String PRODUCT = "OFFI900000000000000001";
    public static final String SKU = "sku-standard-01";

    public Product {
        if (productId.isBlank() || productId.length() > 64 || skuCode.isBlank() || skuCode.length() > 64) {
            throw new IllegalArgumentException("productId and skuCode must have 1 to 64 characters");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be 1 or more");
        }
    }

    public static Product standard(int quantity) {
        return new Product(PRODUCT, SKU, quantity);
    }
}
