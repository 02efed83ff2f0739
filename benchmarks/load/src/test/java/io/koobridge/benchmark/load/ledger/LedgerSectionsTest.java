package io.koobridge.benchmark.load.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.benchmark.load.section.Lab;
import io.koobridge.benchmark.load.section.Plan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real jars with few facts and few instances: whether everything works, not how quickly. A wrong answer or a lost fact ends a section. */
class LedgerSectionsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target/ledger").toAbsolutePath();

    @Test
    void factsAreAppliedAndStandBesideTheStoresOwnWrites() throws Exception {
        var results = new ApplySection().run(lab());

        assertThat(results.tables()).singleElement().satisfies(table -> assertThat(table.rows())
                .extracting(List::getFirst)
                .containsExactly("store: single inserts, 64 in flight", "ledger: purchases", "ledger: freezes"));
        assertThat(results.bars()).hasSize(2);
        assertThat(results.figures()).extracting(Figure::spread).allMatch(spread -> spread.median() > 0);
    }

    @Test
    void callsAboutFewAndAboutManyInstancesHaveACost() throws Exception {
        var results = new ScaleSection().run(lab());

        assertThat(results.tables()).singleElement().satisfies(table -> assertThat(table.rows())
                .extracting(List::getFirst)
                .containsExactly(
                        "all four processes",
                        "of which gateway",
                        "of which provisioning",
                        "of which store",
                        "of which broker"));
        assertThat(results.bars()).hasSize(1);
        assertThat(results.figures()).extracting(Figure::spread).allMatch(spread -> spread.median() > 0);
    }

    private static Lab lab() {
        return new Lab(ROOT, HOME, Plan.trial(), System.out::println);
    }
}
