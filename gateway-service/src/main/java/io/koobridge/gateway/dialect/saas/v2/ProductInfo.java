package io.koobridge.gateway.dialect.saas.v2;

import io.koobridge.gateway.dialect.json.CallJson;
import io.koobridge.gateway.dialect.json.Members;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The product that an instance would become (saas-v2 §6.6). No documentation shows its members, so they are read leniently, and no other form that
 * somebody met is refused: an object, the first one of an array, or either of them as a text.
 *
 * @param linearValue purchased quantity
 */
record ProductInfo(
        @Nullable String productId,
        @Nullable String skuCode,
        @Nullable Long linearValue) {

    private static final int LONGEST_NUMBER = 32;

    static Optional<ProductInfo> read(JsonNode member) {
        return (member.isString() ? CallJson.read(member.asString()) : Optional.of(member))
                .map(value -> value.isArray() ? value.path(0) : value)
                .filter(JsonNode::isObject)
                .map(ProductInfo::of);
    }

    private static ProductInfo of(JsonNode object) {
        var members = new Members(object);
        return new ProductInfo(
                members.idIfAny("productId").orElse(null),
                members.idIfAny("skuCode").orElse(null),
                members.idIfAny("linearValue").flatMap(ProductInfo::wholeNumber).orElse(null));
    }

    private static Optional<Long> wholeNumber(String text) {
        try {
            return text.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
