package io.koobridge.benchmark.load.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.benchmark.load.section.Bar.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void theLimitItselfIsMet() {
        assertThat(Bar.atMost("at most 2.5", 2.5, 2.5, "2.5").verdict()).isEqualTo(Verdict.MET);
        assertThat(Bar.atLeast("at least 2", 2, 2, "2").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void beyondTheLimitItIsMissed() {
        assertThat(Bar.atMost("at most 2.5", 2.51, 2.5, "2.51").verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Bar.atLeast("at least 2", 1.99, 2, "1.99").verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void whatIsNoNumberMeetsNothing() {
        assertThat(Bar.atMost("at most 2.5", Double.NaN, 2.5, "?").verdict()).isEqualTo(Verdict.MISSED);
        assertThat(Bar.atLeast("at least 2", Double.NaN, 2, "?").verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void aRowWithTooFewCellsIsNoTable() {
        assertThatThrownBy(() -> new Table("t", List.of("a", "b"), List.of(List.of("1")), List.of()))
                .hasMessage("table 't' has 2 columns, but a row of 1");
    }
}
