package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsItsColumnsAndLeavesNoBlanksAtTheEndOfALine() {
        var table =
                new Table(List.of("call", "answer"), List.of(List.of("newInstance", "000004"), List.of("query", "")));

        assertThat(table.text()).isEqualTo("""
                  call         answer
                  -----------  ------
                  newInstance  000004
                  query
                """.indent(0));
    }
}
