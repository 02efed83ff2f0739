package io.koobridge.benchmark.load.ledger;

import io.koobridge.benchmark.load.ledger.FactRounds.Applied;
import io.koobridge.benchmark.load.ledger.FactRounds.Round;
import io.koobridge.benchmark.load.section.Bar;
import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Results;
import io.koobridge.benchmark.load.section.Spread;
import io.koobridge.benchmark.load.section.Table;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Puts rounds of facts into a table. */
final class ApplyReport {

    private static final double BAR = 0.5;

    private ApplyReport() {}

    static Results of(List<Round> rounds) {
        var purchases = row(rounds, "purchases", Round::purchases);
        var freezes = row(rounds, "freezes", Round::freezes);
        var inserts = spread(rounds, Round::inserts);
        var table = new Table(
                "Facts applied in a second, and the writes that they make beside single writes on the same store",
                List.of("", "each second", "writes each", "writes, as a part of the store's single writes"),
                List.of(
                        List.of("store: single inserts, 64 in flight", inserts.text(0), "1", "1.00"),
                        purchases.cells(),
                        freezes.cells()),
                List.of(
                        "The inserted document is a copy of an instance of this ledger.",
                        "All facts of a round lie on their topic before the service, which was stopped meanwhile, goes on. A purchase claims its order under the names of both editions and inserts its instance; a freeze replaces the instance. The writes are those that the service's driver counted.",
                        "Reading the document, deciding, and sending the request to reconcile are included. The reconciles themselves are not: the marketplace takes 15 s for each order that it is asked about, so the work queue stands still.",
                        "The sweep, the gauges and the look for expired instances are set to 10 minutes.",
                        "Everything runs on one machine: the service, the broker, the store, and the process that measures."));
        return new Results(
                List.of(table),
                List.of(purchases.bar(), freezes.bar()),
                List.of(
                        new Figure("ledger.store.inserts", "1/s", inserts),
                        new Figure("ledger.purchases.applied", "1/s", purchases.facts()),
                        new Figure("ledger.purchases.share", "", purchases.share()),
                        new Figure("ledger.freezes.applied", "1/s", freezes.facts()),
                        new Figure("ledger.freezes.share", "", freezes.share())));
    }

    private record Row(String what, Spread facts, int writesEach, Spread share) {

        List<String> cells() {
            return List.of("ledger: " + what, facts.text(0), Integer.toString(writesEach), share.text(2));
        }

        Bar bar() {
            return Bar.atLeast(
                    "%s applied, in writes: at least %.1f of the store's single writes".formatted(what, BAR),
                    share.median(),
                    BAR,
                    String.format(Locale.ROOT, "%.2f", share.median()));
        }
    }

    private static Row row(List<Round> rounds, String what, Function<Round, Applied> kind) {
        return new Row(
                what,
                spread(rounds, round -> kind.apply(round).facts()),
                kind.apply(rounds.getFirst()).writesEach(),
                spread(rounds, round -> round.share(kind.apply(round))));
    }

    private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Spread.of(rounds.stream().mapToDouble(value).boxed().toList());
    }
}
