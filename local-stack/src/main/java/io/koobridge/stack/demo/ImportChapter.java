package io.koobridge.stack.demo;

import java.util.List;

/** A customer whom the seller had before KooBridge comes along by a file (docs/import.md). */
final class ImportChapter implements Chapter {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String title() {
        return "A customer of before comes along: he keeps his id in both editions, and nothing is made for him";
    }

    @Override
    public void play(Stage stage) {
        stage.sheet().note("The marketplace sold this, and our side has never heard of it");
        var customer = OldCustomer.of(stage);
        stage.show(customer.purchase().tape(), Judge.FORM_ALONE, Agreed.NOT_ASKED);
        long known = stage.agreement().ledger().size();
        var calls = stage.place().productLines();
        var file = CustomerFile.of(List.of(customer.row()));
        file.imported(stage, 0, "created 1", "--dry-run");
        instances(stage, known);
        file.imported(stage, 0, "created 1");
        file.imported(stage, 0, "unchanged 1");
        instances(stage, known + 1);
        viewed(stage, customer);
        stage.sheet()
                .check(
                        "the product was not asked: " + stage.place().productLines(),
                        stage.place().productLines().equals(calls),
                        calls.toString());
        somebodyElsesOrder(stage, customer);
        goesOn(stage, customer.purchase());
    }

    private static void viewed(Stage stage, OldCustomer customer) {
        stage.sheet().note("The marketplace calls about his order, and views it in V2 and in V1");
        var purchase = customer.purchase();
        purchase.restart();
        purchase.awaitReady();
        stage.show(purchase.tape(), Judge.HONEST, Agreed.NOT_ASKED);
        for (String edition : List.of("V2", "V1")) {
            purchase.move(edition);
            stage.simulator().step(purchase.orderId(), "details", "{}");
            stage.show(purchase.tape(), Judge.code("000000"), Agreed.NOT_ASKED);
            customer.isToldAsImported(stage, edition);
        }
    }

    private static void somebodyElsesOrder(Stage stage, OldCustomer customer) {
        stage.sheet().note("A file with his order under another id: refused, and nothing of it is written");
        long known = stage.agreement().ledger().size();
        CustomerFile.of(List.of(customer.row(), customer.rowOf(customer.id() + "-thief")))
                .imported(stage, 1, "%s-thief,refused,".formatted(customer.id()));
        instances(stage, known);
    }

    private static void goesOn(Stage stage, Purchase purchase) {
        stage.sheet().note("From now on he is a customer as any other: his product hears of the old id");
        purchase.step("expire", "{}");
        purchase.step("refresh", "{\"scene\":\"RENEWAL\"}");
        purchase.move("V2");
        purchase.step("freeze", "{}");
        purchase.step("unfreeze", "{}");
        purchase.step("release", "{\"unsubscribed\":true}");
    }

    private static void instances(Stage stage, long expected) {
        long known = stage.agreement().ledger().size();
        stage.sheet().check("the ledger has %d instances".formatted(known), known == expected, Long.toString(expected));
    }
}
