package io.koobridge.license.reconcile.code;

import static io.koobridge.license.domain.code.Codes.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact.CodeFrozen;
import io.koobridge.events.license.CodeFact.CodeReleased;
import io.koobridge.events.license.CodeFact.CodeUnfrozen;
import io.koobridge.license.domain.code.Codes;
import io.koobridge.license.domain.code.Standing;
import io.koobridge.license.domain.code.Usage.Entry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Any order of calls, wishes, outages, lost answers and passing time ends with what a plain model says. */
class CodeModelTest {

    private static final int STEPS = 14;

    /** What should be, kept as simply as can be. */
    private static final class Model {
        boolean wished;
        boolean frozen;
        boolean released;
        boolean seen;
        final Set<String> clients = new HashSet<>();
    }

    @Property(tries = 150)
    @Label("reality follows, nothing is lost, and nothing is stuck once the marketplace is back")
    void realityFollows(
            @ForAll boolean together,
            @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 0, max = STEPS - 1) Integer> steps) {
        var bench = new CodeBench(together);
        var model = new Model();
        bench.market.sells(CODE);

        steps.forEach(step -> {
            apply(bench, model, step);
            bench.work();
        });
        bench.market.away = false;
        bench.market.losesAnswers = false;
        for (int i = 0; i < 6; i++) {
            bench.later(Duration.ofMinutes(80));
        }

        if (!model.seen) {
            return;
        }
        assertThat(bench.findings.open()).isEmpty();
        assertThat(bench.standing(CODE)).isIn(expected(model));
        if (model.wished && !model.released) {
            assertThat(bench.market.codes).containsEntry(CODE, "ALIVE");
            assertThat(bench.market.used).extracting(Entry::clientId).containsAll(model.clients);
            assertThat(bench.entry(CODE).unsettled()).isEmpty();
        }
    }

    private static void apply(CodeBench bench, Model model, int step) {
        var now = bench.clock.instant();
        model.seen |= step <= 7 || step == STEPS - 1;
        switch (step) {
            case 0, 1 -> {
                bench.activate(CODE);
                model.wished |= !model.released;
            }
            case 2 -> bench.check(CODE);
            case 3, 4 -> {
                var client = "c" + step + now.getEpochSecond() / 3_000;
                bench.use(CODE, Entry.client(client, now));
                if (!model.released) {
                    model.clients.add(client);
                }
            }
            case 5 -> {
                bench.tell(CODE, new CodeFrozen());
                model.frozen = true;
                bench.market.frozen = true;
            }
            case 6 -> {
                bench.tell(CODE, new CodeUnfrozen());
                model.frozen = false;
                bench.market.frozen = false;
            }
            case 7 -> bench.tell(CODE, Codes.term(TermChange.RENEWAL, now.plus(Duration.ofDays(400))));
            case 8 -> bench.market.away = true;
            case 9 -> bench.market.away = false;
            case 10 -> bench.market.losesAnswers = !bench.market.losesAnswers;
            case 11 -> bench.later(Duration.ofMinutes(20));
            case 12 ->
                bench.market.meanwhile = () -> {
                    var client = "meanwhile" + now.getEpochSecond();
                    bench.use(CODE, Entry.client(client, now));
                    if (!model.released) {
                        model.clients.add(client);
                    }
                };
            default -> {
                bench.tell(CODE, new CodeReleased(null));
                model.released = true;
            }
        }
        bench.clock.advance(Duration.ofSeconds(7));
    }

    /** Of a code that nobody activated it depends on whether somebody asked. */
    private static Set<Standing> expected(Model model) {
        if (model.released) {
            return Set.of(Standing.RELEASED);
        }
        if (model.frozen) {
            return Set.of(Standing.FROZEN);
        }
        return model.wished ? Set.of(Standing.ACTIVE) : Set.of(Standing.UNKNOWN, Standing.NOT_ACTIVATED);
    }
}
