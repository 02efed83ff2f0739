package io.koobridge.provisioning;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders that the marketplace told of are compared with the calls that belong to them.
 *
 * @param grace how long the calls may take after the notification; then an order that should be known and is not is a finding
 * @param checkInterval how often orders that were not known are compared again, so that their findings end
 * @param expectedProducts ids of the products whose orders should be known; none: those of which there are instances
 */
@ConfigurationProperties("koobridge.orders")
record OrderProperties(
        @DefaultValue("4h") Duration grace,
        @DefaultValue("5m") Duration checkInterval,
        @DefaultValue List<String> expectedProducts) {

    OrderProperties {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("koobridge.orders.grace must not be negative, is " + grace);
        }
        if (!checkInterval.isPositive()) {
            throw new IllegalArgumentException("koobridge.orders.check-interval must be positive, is " + checkInterval);
        }
        if (expectedProducts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("koobridge.orders.expected-products must not list a blank id");
        }
        expectedProducts = List.copyOf(expectedProducts);
    }
}
