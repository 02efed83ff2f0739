package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** An agreement says nothing unless a disagreement would be seen. */
record Tampering(Accord accord, Ledger ledger) {

    /** @param instanceId the instance of the order, on which all agree */
    void isSeen(String orderId, String instanceId, Recording recording) {
        var right = ledger.find(instanceId).orElseThrow();
        var otherWish = wanted(right).equals("FROZEN") ? "ACTIVE" : "FROZEN";

        assertThat(with(right, "wanted", otherWish, orderId, recording)).anyMatch(said -> said.contains(": wanted"));
        assertThat(with(right, "expiry", "2001-01-01T00:00:00Z", orderId, recording))
                .anyMatch(said -> said.contains(": terms"));
        assertThat(accord.disagreements(List.of(orderId), new Recording(List.of())))
                .anyMatch(said -> said.contains(": made"));
        assertThat(accord.disagreements(List.of(orderId), recording)).isEmpty();
    }

    private List<String> with(BsonDocument right, String part, String value, String orderId, Recording recording) {
        var wrong = right.clone();
        spec(wrong).getDocument(part).put("value", new BsonString(value));
        ledger.tamper(wrong);
        try {
            return accord.disagreements(List.of(orderId), recording);
        } finally {
            ledger.tamper(right);
        }
    }

    static String wanted(BsonDocument document) {
        return spec(document).getDocument("wanted").getString("value").getValue();
    }

    private static BsonDocument spec(BsonDocument document) {
        return document.getDocument("state").getDocument("spec");
    }
}
