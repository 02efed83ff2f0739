package io.koobridge.license.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the seller settled for the licences of one product.
 *
 * @param deviceBound whether an application has to name a device
 * @param licenses of one order, whatever quantity was bought; absent: as many as were bought
 */
public record ProductTerms(boolean deviceBound, @Nullable Long licenses) {

    private static final ProductTerms USUAL = new ProductTerms(false, null);
    private static final long ONE = 1;

    /** Of all products, by product id; one that is absent has the usual terms. */
    public record Catalog(Map<String, ProductTerms> products) {

        public Catalog {
            products = Map.copyOf(products);
        }

        ProductTerms of(KnownInstance instance) {
            return instance.product()
                    .map(product -> products.get(product.productId()))
                    .orElse(USUAL);
        }

        /** How many licences the order in force gives. One where it told no quantity. */
        public long quota(KnownInstance instance) {
            var settled = of(instance).licenses();
            return settled != null
                    ? settled
                    : instance.product().map(product -> product.quantity()).orElse(ONE);
        }
    }
}
