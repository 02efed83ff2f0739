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
        var agreed = stage.agreement().await(purchase.orderId());
        stage.sheet()
                .check(
                        "after all of that the purchase is " + agreed.text().orElse("unknown"),
                        agreed.text().orElse("").startsWith("ACTIVE"),
                        "ACTIVE for all; " + agreed.complaints());
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
