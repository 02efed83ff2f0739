package io.koobridge.simulator.web;

import io.koobridge.simulator.market.Product;

/** A product in the protocol's own words. */
record ProductView(String productId, String skuCode, int linearValue) {
    static ProductView of(Product product) {
        return new ProductView(product.productId(), product.skuCode(), product.quantity());
    }
}
