package io.koobridge.provisioning.domain;

import org.jspecify.annotations.Nullable;

/**
 * A change that a customer thinks of (saas-v2 §6.6).
 *
 * @param now the whole wish as it is; asking changes nothing about it
 */
public record Proposal(Wish now, Target target) {

    /**
     * What the instance would be; what is absent was not said.
     *
     * @param quantity purchased quantity of a linear attribute
     */
    public record Target(
            @Nullable String productId,
            @Nullable String skuCode,
            @Nullable Long quantity) {}
}
