package io.koobridge.stack.demo;

import java.time.Duration;
import java.util.Set;

/** Parts of ours, and the seller's product, are away. */
final class OutagesChapter implements Chapter {

    private static final Duration LONG = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "outages";
    }

    @Override
    public String title() {
        return "Outages: the broker is killed, provisioning is killed, the product hangs";
    }

    @Override
    public boolean needsOutages() {
        return true;
    }

    @Override
    public void play(Stage stage) {
        Outages outages = stage.place().mayStop().orElseThrow();
        var ofBroker = SevenCalls.ready(stage);
        theBrokerIsDown(stage, outages, ofBroker);
        stage.sheet().note("The broker is back; nobody presses restart. What is repeated hourly is shown last");
        ofBroker.awaitSoon();
        var ofProvisioning = SevenCalls.ready(stage);
        ConsumerGroups.awaitRest(stage.place());
        provisioningIsDown(stage, outages, ofProvisioning);
        stage.sheet().note("Provisioning is back, and makes real what was stored");
        ofProvisioning.awaitSuccess();
        theProductHangs(stage, outages);
        stage.sheet().note("What the broker's outage refused and is repeated hourly");
        ofBroker.awaitHourly();
    }

    private static void theProductHangs(Stage stage, Outages outages) {
        stage.sheet().note("The product hangs while FREEZE and then UNFREEZE arrive");
        var purchase = Purchase.ready(stage, "{}");
        String orderId = purchase.orderId();
        String instanceId =
                stage.simulator().purchase(orderId).path("instanceId").asString("");
        outages.hang("product");
        try {
            stage.simulator().step(orderId, "freeze", "{}");
            boolean asked =
                    Waiting.until(LONG, () -> stage.agreement().ledger().isClaimed(instanceId), claimed -> claimed);
            stage.sheet()
                    .check("the product is being asked to freeze, and does not answer", asked, "a call of the product");
            stage.simulator().step(orderId, "unfreeze", "{}");
            stage.sheet()
                    .check(
                            "both calls are acknowledged, the ledger knows what is left to do",
                            stage.agreement().ledger().isUnsettled(instanceId),
                            "an unsettled instance");
        } finally {
            outages.goOn("product");
        }
        var agreed = stage.agreement().await(orderId, LONG);
        stage.show(purchase.tape(), Judge.HONEST, agreed);
        stage.sheet()
                .check(
                        "the product goes on, and it ends unfrozen",
                        agreed.text().orElse("").startsWith("ACTIVE"),
                        "ACTIVE; " + agreed.complaints());
    }

    private static void theBrokerIsDown(Stage stage, Outages outages, SevenCalls seven) {
        stage.sheet().note("The broker is killed and stays away while each of the seven activities is called");
        outages.down("broker");
        try {
            seven.call();
            seven.show(Judge.codes(Set.of("000005"), Set.of("000005"), Set.of("000000", "000004", "000005")));
        } finally {
            outages.up("broker");
        }
    }

    private static void provisioningIsDown(Stage stage, Outages outages, SevenCalls seven) {
        stage.sheet().note("Provisioning is killed and stays away while each of the seven activities is called");
        outages.down("provisioning");
        try {
            seven.call();
            seven.show(Judge.codes(Set.of("000000", "000004"), Set.of("000000"), Set.of("000005")));
        } finally {
            outages.up("provisioning");
        }
    }
}
