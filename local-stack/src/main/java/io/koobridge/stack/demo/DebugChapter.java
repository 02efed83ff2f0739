package io.koobridge.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The saved debug cases, as KooGallery replays them twice a day (saas-v2 §1.16). */
final class DebugChapter implements Chapter {

    private static final Duration SOON = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "debug";
    }

    @Override
    public String title() {
        return "The twice-daily replay of all saved debug cases: made-up ids, nothing real is touched";
    }

    @Override
    public void play(Stage stage) {
        Instant begin = Instant.now();
        String before = real(stage);
        JsonNode replay = stage.simulator().post("/simulator/debug-replays", "{}");
        show(stage, begin, replay);
        replay.path("cases").forEach(one -> {
            if (!one.path("passed").asBoolean()) {
                stage.sheet().check(one.path("name").asString(""), false, "000000, got " + one);
            }
        });
        stage.sheet()
                .check(
                        "%d cases passed, %d failed"
                                .formatted(
                                        replay.path("passed").asInt(),
                                        replay.path("failed").asInt()),
                        replay.path("passed").asInt() > 0
                                && replay.path("failed").asInt() == 0,
                        "all passed");
        nothingRealIsTouched(stage, before);
    }

    /** What a debug call would leave comes a moment later, so it is looked for that long. */
    private static void nothingRealIsTouched(Stage stage, String before) {
        String after = Waiting.until(SOON, () -> real(stage), now -> !now.equals(before));
        stage.sheet().check("nothing real is touched: " + after, after.equals(before), before);
    }

    private static String real(Stage stage) {
        return "%d instances in the ledger; of the product: %s"
                .formatted(
                        stage.agreement().ledger().size(),
                        new TreeMap<>(stage.place().productLines()));
    }

    /** Debug calls have no purchase: they are those of the record since the replay began. */
    private static void show(Stage stage, Instant begin, JsonNode replay) {
        List<Call> calls = stage.simulator().calls("").stream()
                .map(Call::new)
                .filter(call -> call.toSeller() && call.isDebug() && !call.at().isBefore(begin))
                .toList()
                .reversed();
        Fold.of(calls).forEach(fold -> stage.sheet().row(fold.row(Judge.code("000000"), Agreed.NOT_ASKED)));
        stage.sheet()
                .check(
                        "the record has every case",
                        calls.size() >= replay.path("cases").size(),
                        replay.path("cases").size() + " calls, got " + calls.size());
    }
}
