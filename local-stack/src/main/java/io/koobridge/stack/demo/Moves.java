package io.koobridge.stack.demo;

/** A product is listed anew in the other edition: what was sold before goes on, under the ids it has (design §1). */
final class Moves {

    private Moves() {}

    static void play(Stage stage) {
        long before = stage.agreement().ledger().size();
        stage.sheet().note("Bought in V1; then the product moves to V2, and back for the end");
        var older = Purchase.ready(
                stage, "{\"edition\":\"V1\",\"productId\":\"OFFI900000000000000012\",\"linearValue\":5}");
        older.move("V2");
        live(older);
        older.move("V1");
        older.step("release", "{\"unsubscribed\":true}");
        stage.sheet().note("Bought in V2; then the product moves to V1, and back for the end");
        var newer = Purchase.ready(stage, "{\"productId\":\"OFFI900000000000000013\",\"linearValue\":5}");
        newer.move("V1");
        live(newer);
        newer.move("V2");
        newer.step("release", "{\"unsubscribed\":true}");
        long made = stage.agreement().ledger().size() - before;
        stage.sheet().check("two were bought, %d instances were made".formatted(made), made == 2, "2");
    }

    private static void live(Purchase purchase) {
        purchase.details();
        purchase.step("query", "{}");
        purchase.step("freeze", "{}");
        purchase.step("unfreeze", "{}");
        purchase.step("refresh", "{\"scene\":\"RENEWAL\"}");
        purchase.step("upgrade", "{}");
    }
}
