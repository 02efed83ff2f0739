package io.koobridge.system.running;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.BsonDocument;
import tools.jackson.databind.JsonNode;

/**
 * What was bought and until when, as somebody holds it for true.
 *
 * @param expiresAt to the second, as KooGallery counts; {@code -} where there is no period
 * @param quantity {@code -} for a product that is not counted
 */
record Terms(String expiresAt, String productId, String skuCode, String quantity) {

    private static final String NONE = "-";

    String text() {
        return String.join(" ", expiresAt, productId, skuCode, quantity);
    }

    /** Of a call of the product. */
    static Terms ofWish(JsonNode wish) {
        var product = wish.path("product");
        return new Terms(
                second(wish.path("expiresAt").asString("")),
                product.path("productId").asString(NONE),
                product.path("skuCode").asString(NONE),
                product.path("quantity").isNumber() ? product.path("quantity").asString() : NONE);
    }

    /** Of what KooGallery believes. */
    static Terms ofBelief(JsonNode belief) {
        var product = belief.path("product");
        return new Terms(
                second(belief.path("expiresAt").asString("")),
                product.path("productId").asString(NONE),
                product.path("skuCode").asString(NONE),
                product.path("linearValue").isNumber()
                        ? product.path("linearValue").asString()
                        : NONE);
    }

    /** Of what the ledger wants. */
    static Terms ofSpec(BsonDocument spec) {
        var product = member(member(member(spec, "bought"), "value"), "product");
        var quantity = product.get("quantity");
        return new Terms(
                second(text(member(spec, "expiry"), "value", "")),
                text(product, "productId", NONE),
                text(product, "skuCode", NONE),
                quantity != null && quantity.isNumber()
                        ? Long.toString(quantity.asNumber().longValue())
                        : NONE);
    }

    private static String second(String instant) {
        return instant.isEmpty()
                ? NONE
                : Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static BsonDocument member(BsonDocument document, String name) {
        return document.isDocument(name) ? document.getDocument(name) : new BsonDocument();
    }

    private static String text(BsonDocument document, String name, String otherwise) {
        return document.isString(name) ? document.getString(name).getValue() : otherwise;
    }
}
