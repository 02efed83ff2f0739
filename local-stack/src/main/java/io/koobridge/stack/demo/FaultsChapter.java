package io.koobridge.stack.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every fault that the marketplace knows, and variants of some: what was expected of us and what it got. */
final class FaultsChapter implements Chapter {

    /** These say something only about an instance that is there. */
    private static final Set<String> OF_A_PURCHASE = Set.of("DUPLICATE", "CONCURRENT_DUPLICATES", "REORDER");

    private static final List<String> TO_BE_REFUSED = List.of(
            "{\"kind\":\"WRONG_KEY\"}", "{\"kind\":\"BODY_CHANGED\"}", "{\"kind\":\"CLOCK_SKEW\",\"seconds\":120}");

    /** Beside every kind with its defaults. */
    private static final List<String> VARIANTS = List.of(
            "{\"kind\":\"CLOCK_SKEW\",\"seconds\":120}",
            "{\"kind\":\"CLOCK_SKEW\",\"seconds\":-50}",
            "{\"kind\":\"CLOCK_SKEW\",\"seconds\":50}",
            "{\"kind\":\"REPLAYED_NONCE\",\"content\":\"SAME\"}",
            "{\"kind\":\"REPEATED_PARAMETER\",\"parameter\":\"timestamp\"}",
            "{\"kind\":\"REPEATED_PARAMETER\",\"parameter\":\"nonce\"}",
            "{\"kind\":\"UNKNOWN_ACTIVITY\",\"activity\":\"upgrade\"}",
            "{\"kind\":\"WRONG_KEY\",\"activity\":\"releaseInstance\"}",
            "{\"kind\":\"NUMBERS_FOR_STRINGS\",\"activity\":\"queryInstance\"}",
            "{\"kind\":\"UNKNOWN_MEMBERS\",\"activity\":\"changeInstanceCheck\"}",
            "{\"kind\":\"SLOW_READER\",\"part\":\"BODY\",\"seconds\":2}",
            "{\"kind\":\"SLOW_READER\",\"part\":\"BODY\",\"seconds\":12}",
            "{\"kind\":\"CUT_CONNECTION\",\"at\":\"IN_BODY\"}");

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String title() {
        return "Every fault: duplicates, replays, wrong keys, bad clocks, reordered, slow and broken calls";
    }

    @Override
    public void play(Stage stage) {
        var purchase = Purchase.ready(stage, "{}");
        for (ObjectNode wish : wishes(stage)) {
            play(stage, wish, purchase.orderId());
        }
        purchase.tape().fresh();
        refusedOfARealStep(stage, purchase);
        var agreed = stage.agreement().await(purchase.orderId());
        stage.sheet()
                .check(
                        "after all of that the purchase is " + agreed.text().orElse("unknown"),
                        agreed.text().orElse("").startsWith("ACTIVE"),
                        "ACTIVE for all; " + agreed.complaints());
    }

    /**
     * Debug calls leave nothing, so that one which is wrongly accepted does not show there. These would freeze a purchase; the
     * one from the future would even outlast the later unfreezing.
     */
    private static void refusedOfARealStep(Stage stage, Purchase purchase) {
        var step = purchase.step(
                "freeze", "{\"faults\":[%s]}".formatted(String.join(",", TO_BE_REFUSED)), Judge.HONEST, "ACKNOWLEDGED");
        long refused = step.path("attempts")
                .valueStream()
                .filter(attempt -> attempt.path("kind").asString("").equals("FAULTED")
                        && attempt.path("asExpected").asBoolean())
                .count();
        stage.sheet()
                .check(
                        "%d wrong calls to freeze it are refused, the honest one is acknowledged".formatted(refused),
                        refused == TO_BE_REFUSED.size(),
                        TO_BE_REFUSED.size() + " refused, got " + step);
        purchase.step("unfreeze", "{}");
    }

    private static List<ObjectNode> wishes(Stage stage) {
        var wishes = new ArrayList<ObjectNode>();
        for (JsonNode fault : stage.simulator().get("/simulator/faults").path("faults")) {
            wishes.add(JsonMapper.shared()
                    .createObjectNode()
                    .put("kind", fault.path("kind").asString("")));
        }
        VARIANTS.forEach(variant -> wishes.add((ObjectNode) JsonMapper.shared().readTree(variant)));
        return wishes;
    }

    private static void play(Stage stage, ObjectNode wish, String orderId) {
        if (OF_A_PURCHASE.contains(wish.path("kind").asString(""))) {
            wish.put("target", orderId);
        }
        Instant begin = Instant.now();
        JsonNode played = stage.simulator().post("/simulator/faults:play", wish.toString());
        var folds = Fold.of(stage.simulator().calls("fault=" + wish.path("kind").asString("")).stream()
                .map(Call::new)
                .filter(call -> call.toSeller() && !call.at().isBefore(begin))
                .toList()
                .reversed());
        folds.forEach(fold -> stage.sheet().row(fold.row(Judge.FORM_ALONE, Agreed.NOT_ASKED)));
        stage.sheet()
                .check(
                        "%s: expected %s, got %s"
                                .formatted(
                                        words(wish),
                                        played.path("expected").asString("?"),
                                        played.path("got").asString("?")),
                        !folds.isEmpty() && played.path("asExpected").asBoolean(),
                        played.toString());
    }

    private static String words(ObjectNode wish) {
        return wish.properties().stream()
                .filter(member -> !member.getKey().equals("target"))
                .map(member -> member.getValue().asString(""))
                .reduce("", (all, word) -> all + " " + word)
                .strip();
    }
}
