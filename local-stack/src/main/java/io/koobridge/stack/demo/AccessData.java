package io.koobridge.stack.demo;

import java.util.Comparator;

/** User names and passwords of V1 are encrypted with the access key (saas-v1 §7.5); the marketplace shows them to the buyer. */
final class AccessData {

    private AccessData() {}

    static void areSecretOnTheWay(Stage stage, Purchase purchase) {
        String sent = stage.simulator().calls("orderId=" + purchase.orderId()).stream()
                .map(Call::new)
                .filter(call -> call.name().equals("newInstance"))
                .max(Comparator.comparing(Call::at))
                .map(call -> call.appInfo().path("userName").asString(""))
                .orElse("");
        String read = stage.simulator()
                .purchase(purchase.orderId())
                .path("appInfo")
                .path("userName")
                .asString("");
        String expected = stage.place().hasExampleProduct() ? ExampleProduct.USER_NAME : "";
        stage.sheet()
                .check(
                        "the answer's user name is \"%s\" on the way, and the marketplace reads \"%s\""
                                .formatted(sent, read),
                        read.equals(expected) && (expected.isEmpty() || !sent.contains(expected)),
                        "another text on the way than \"%s\", which the marketplace reads".formatted(expected));
    }
}
