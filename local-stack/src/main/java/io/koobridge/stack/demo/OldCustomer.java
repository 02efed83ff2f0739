package io.koobridge.stack.demo;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A customer whom the seller had before.
 *
 * @param id that the seller answered to the marketplace in those days
 * @param purchase as the marketplace has it
 */
record OldCustomer(String id, Purchase purchase, String frontEndUrl) {

    private static final String USER_NAME = "operator";
    private static final String PASSWORD = "first, secret";

    static OldCustomer of(Stage stage) {
        var purchase = Purchase.unheard(stage, "{\"productId\":\"OFFI900000000000000031\",\"linearValue\":7}");
        String id = "tenant-" + purchase.orderId();
        String product =
                stage.place().hasExampleProduct() ? stage.place().variable(Place.PRODUCT) : "https://app.example.com";
        return new OldCustomer(id, purchase, product + "/t/" + id);
    }

    List<String> row() {
        return rowOf(id);
    }

    /** The same order under an id that somebody else has. */
    List<String> rowOf(String instanceId) {
        JsonNode sold = purchase.shown();
        return List.of(
                instanceId,
                purchase.orderId(),
                sold.path("productId").asString(""),
                sold.path("skuCode").asString(""),
                sold.path("quantity").asString(""),
                "PERIOD",
                sold.path("expiresAt").asString(""),
                frontEndUrl,
                USER_NAME,
                "\"%s\"".formatted(PASSWORD),
                "V1");
    }

    /** Under his old id, with the access data of the file; V1's answers hold them encrypted. */
    void isToldAsImported(Stage stage, String edition) {
        JsonNode shown = purchase.shown();
        JsonNode told = shown.path("appInfo");
        stage.sheet()
                .check(
                        "in %s he is %s, %s, at %s"
                                .formatted(
                                        edition,
                                        shown.path("instanceId").asString(""),
                                        told.path("userName").asString(""),
                                        told.path("frontEndUrl").asString("")),
                        shown.path("instanceId").asString("").equals(id)
                                && told.path("frontEndUrl").asString("").equals(frontEndUrl)
                                && told.path("userName").asString("").equals(USER_NAME)
                                && told.path("password").asString("").equals(PASSWORD),
                        "%s, %s and his password, at %s".formatted(id, USER_NAME, frontEndUrl));
    }
}
