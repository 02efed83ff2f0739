package io.koobridge.system.running;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import tools.jackson.databind.JsonNode;

/** Whether the marketplace's belief, the ledger and the product say the same of every instance. */
record Accord(Marketplace marketplace, Ledger ledger) {

    private static final String RELEASED = "RELEASED";

    /** Every disagreement, each a sentence with the order's id. */
    List<String> disagreements(Collection<String> orderIds, Recording recording) {
        var made = recording.lastMade();
        var terms = recording.lastTerms();
        var disagreements = new ArrayList<String>();
        for (String orderId : orderIds) {
            var purchase = marketplace.purchase(orderId);
            if (purchase.path("status").asString().equals("FAILED_REFUNDED")) {
                // Nothing here takes as long as the marketplace repeats: whatever was paid back was lost.
                disagreements.add(orderId + ": paid back");
                continue;
            }
            String id = purchase.path("instanceId").asString("");
            disagreements.addAll(about(
                    purchase, Objects.toString(made.get(id), "nothing"), Objects.toString(terms.get(id), "nothing")));
        }
        return disagreements;
    }

    private List<String> about(JsonNode purchase, String made, String terms) {
        var subject = purchase.path("orderId").asString() + " "
                + purchase.path("instanceId").asString("");
        var document = ledger.find(purchase.path("instanceId").asString(""));
        if (document.isEmpty()) {
            return List.of(subject + ": the ledger does not know it");
        }
        var belief = purchase.path("belief");
        var spec = document.get().getDocument("state").getDocument("spec");
        var wanted = spec.getDocument("wanted").getString("value").getValue();
        var disagreements = new ArrayList<String>();
        compare(subject + ": wanted", belief.path("wanted").asString("nothing"), wanted, disagreements);
        compare(subject + ": made", wanted, made, disagreements);
        settled(subject, document.get(), wanted, disagreements);
        // Once it is gone, nobody asks what it was.
        if (!wanted.equals(RELEASED)) {
            var bought = Terms.ofSpec(spec).text();
            compare(subject + ": terms", Terms.ofBelief(belief).text(), bought, disagreements);
            compare(subject + ": terms made", bought, terms, disagreements);
        }
        return disagreements;
    }

    private static void settled(String subject, BsonDocument document, String wanted, List<String> disagreements) {
        var state = document.getDocument("state");
        var status = state.getDocument("status");
        compare(
                subject + ": observed",
                wanted,
                status.isString("observed") ? status.getString("observed").getValue() : "nothing",
                disagreements);
        compare(
                subject + ": observed generation",
                state.getDocument("spec").getNumber("generation").longValue(),
                status.getNumber("observedGeneration").longValue(),
                disagreements);
        if (document.containsKey("work")) {
            disagreements.add("%s: work left: %s, lease %s"
                    .formatted(subject, document.getDocument("work").toJson(), document.get("lease")));
        }
    }

    private static void compare(String what, Object expected, Object found, List<String> disagreements) {
        if (!expected.equals(found)) {
            disagreements.add("%s: %s is not %s".formatted(what, found, expected));
        }
    }
}
