package io.koobridge.benchmark.load.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.benchmark.load.section.Figure;
import io.koobridge.stack.process.StackFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class MicroTableTest {

    private static final List<String> HEAD =
            List.of("| benchmark | ns | ± | bare, ns | ratio |", "|---|---:|---:|---:|---:|");

    @Test
    void aLineBringsARowAndItsFigures() {
        var results = MicroTable.of(List.of(
                HEAD.getFirst(),
                HEAD.getLast(),
                "| Verification.right keys=1 | 1,234 | 5 | 617 | 2.00 |",
                "| Decisions.stale | 80 | - | - | - |"));

        assertThat(results.tables().getFirst().rows())
                .containsExactly(
                        List.of("Verification.right keys=1", "1,234", "5", "617", "2.00"),
                        List.of("Decisions.stale", "80", "-", "-", "-"));
        assertThat(results.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "micro.Verification.right-keys-1",
                        "micro.Verification.right-keys-1.ratio",
                        "micro.Decisions.stale");
        assertThat(results.figures().getFirst().spread().median()).isEqualTo(1234);
    }

    @Test
    void aTableWithoutRowsIsNoResult() {
        assertThatThrownBy(() -> MicroTable.of(HEAD)).isInstanceOf(StackFailure.class);
    }
}
