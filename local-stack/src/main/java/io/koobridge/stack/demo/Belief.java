package io.koobridge.stack.demo;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What KooGallery holds for true, after the calls that were acknowledged. */
final class Belief implements Witness {

    @Override
    public String name() {
        return "the marketplace";
    }

    @Override
    public Optional<InstanceState> of(JsonNode purchase) {
        JsonNode belief = purchase.path("belief");
        if (!belief.isObject()) {
            return Optional.empty();
        }
        JsonNode product = belief.path("product");
        String expiry = belief.path("expiresAt").asString("");
        return Optional.of(new InstanceState(
                belief.path("wanted").asString(""),
                expiry.isEmpty() ? null : Instant.parse(expiry),
                new InstanceState.Product(
                        product.path("productId").asString(""),
                        product.path("skuCode").asString(""),
                        product.path("linearValue").isNumber()
                                ? Long.valueOf(product.path("linearValue").asLong())
                                : null)));
    }
}
