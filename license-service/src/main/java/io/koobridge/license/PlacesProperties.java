package io.koobridge.license;

import io.koobridge.license.domain.ProductTerms;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets a licence.
 *
 * @param products by product id; those that are not here have the usual terms
 * @param reservation of a place by an application that is not stored yet
 */
@ConfigurationProperties("koobridge.license")
record PlacesProperties(
        @DefaultValue Map<String, Product> products,
        @DefaultValue Reservation reservation) {

    PlacesProperties {
        products = Map.copyOf(products);
    }

    /**
     * Of one product.
     *
     * @param deviceBound whether an application without a device's fingerprint is refused
     * @param licenses how many licences one order gives, whatever quantity was bought; absent: as many as the bought quantity, or 1 when the order
     *     told none
     */
    @ConfigurationPropertiesSource
    record Product(
            @DefaultValue("false") boolean deviceBound,
            @Nullable Long licenses) {

        Product {
            if (licenses != null && licenses < 0) {
                throw new IllegalArgumentException(
                        "koobridge.license.products.*.licenses must not be negative, is " + licenses);
            }
        }
    }

    /**
     * Of one place.
     *
     * @param kept how long a place waits for its application; then it is free for another
     * @param checkInterval how often such places are looked for
     */
    record Reservation(
            @DefaultValue("1h") Duration kept,
            @DefaultValue("1m") Duration checkInterval) {

        Reservation {
            if (!kept.isPositive() || !checkInterval.isPositive()) {
                throw new IllegalArgumentException(
                        "koobridge.license.reservation.kept and .check-interval must be positive, are %s and %s"
                                .formatted(kept, checkInterval));
            }
        }
    }

    ProductTerms.Catalog catalog() {
        return new ProductTerms.Catalog(products.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        product -> new ProductTerms(
                                product.getValue().deviceBound(),
                                product.getValue().licenses()))));
    }
}
