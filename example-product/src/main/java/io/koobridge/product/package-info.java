/** A seller's product. Begin with {@link io.koobridge.product.ExampleProduct}; the contract is docs/product-contract.md. */
@NullMarked
package io.koobridge.product;

import org.jspecify.annotations.NullMarked;
