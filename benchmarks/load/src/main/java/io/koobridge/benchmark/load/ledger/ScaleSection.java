package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.ledger.ScaleRun.Cost;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Section;
import io.koobridge.crypto.key.AccessKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a call costs when the ledger is long, beside what it costs when it is short: two whole stacks that take turns. */
public final class ScaleSection implements Section {

    private static final List<Integer> SIZES = List.of(10_000, 1_000_000);
    private static final List<Integer> SIZES_QUICK = List.of(500, 2_000);

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String title() {
        return "Cost of a call at ten thousand and at a million instances";
    }

    @Override
    public Results run(Lab lab) throws InterruptedException, IOException {
        var sizes = lab.plan().quick() ? SIZES_QUICK : SIZES;
        var plan = lab.plan().twiceAsLong();
        var home = lab.directory(this);
        var key = new AccessKey("benchmark", "an-invented-secret-of-32-chars-k", null);
        try (var marketplace = new Marketplace(Duration.ZERO);
                var few = LedgerStack.start(place(lab, home.resolve("few")), marketplace.url(), key);
                var many = LedgerStack.start(place(lab, home.resolve("many")), marketplace.url(), key)) {
            populate(few, sizes.getFirst(), lab);
            populate(many, sizes.getLast(), lab);
            try (var ofFew = new ScaleRun(few, key, sizes.getFirst(), plan);
                    var ofMany = new ScaleRun(many, key, sizes.getLast(), plan)) {
                return new ScaleReport(sizes, measured(ofFew, ofMany, lab)).results();
            }
        }
    }

    /** @param few and many, of the same minute */
    record Pair(Cost few, Cost many) {

        double ratio() {
            return many.whole() / few.whole();
        }
    }

    private static List<Pair> measured(ScaleRun few, ScaleRun many, Lab lab) throws InterruptedException {
        few.warmUp();
        many.warmUp();
        var pairs = new ArrayList<Pair>();
        for (int repetition = 1; repetition <= lab.plan().repetitions(); repetition++) {
            var pair = pair(few, many, repetition % 2 == 0);
            lab.progress()
                    .say("  %d: %.2f ms and %.2f ms, %.2f times as much"
                            .formatted(
                                    repetition, pair.few().whole(), pair.many().whole(), pair.ratio()));
            pairs.add(pair);
        }
        return pairs;
    }

    /** Whoever comes second finds everybody's compilers a little further. */
    private static Pair pair(ScaleRun few, ScaleRun many, boolean manyFirst) throws InterruptedException {
        if (manyFirst) {
            var cost = many.measure();
            return new Pair(few.measure(), cost);
        }
        return new Pair(few.measure(), many.measure());
    }

    private static void populate(LedgerStack stack, int size, Lab lab) throws InterruptedException {
        lab.progress().say("  filling a ledger with %,d instances ...".formatted(size));
        stack.populate(size);
    }

    private static LedgerStack.Place place(Lab lab, Path home) {
        return new LedgerStack.Place(lab.root(), home, lab.progress());
    }
}
