package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final int WIDTH = 140;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Sheet sheet = new Sheet(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void staysWithinItsWidthWhateverARowSays() {
        sheet.head();
        sheet.row(new Row(
                List.of("10:00:00", "x".repeat(200), "y".repeat(200), "123456", "RIGHT", "z".repeat(200)), List.of()));
        sheet.said("explain", "long ".repeat(100));

        assertThat(text().lines())
                .allMatch(line -> line.length() <= WIDTH)
                .anyMatch(line -> line.startsWith("ok 10:00:00"));
    }

    @Test
    void saysOfAWrongRowWhatWasExpectedAndCountsIt() {
        sheet.row(new Row(
                List.of("10:00:00", "> newInstance", "000005", "9", "RIGHT", ""), List.of("expected: success")));
        sheet.check("it ends unfrozen", false, "ACTIVE");
        sheet.check("it ends", true, "an end");

        assertThat(text())
                .contains(
                        "!! 10:00:00",
                        "WRONG  expected: success",
                        "!!          it ends unfrozen",
                        "WRONG  expected: ACTIVE");
        assertThat(sheet.rows()).isEqualTo(3);
        assertThat(sheet.wrong()).isEqualTo(2);
    }

    @Test
    void lineBreaksOfOthersDoNotBreakTheTable() {
        sheet.row(new Row(List.of("10:00:00", "> newInstance", "000005 two\nlines", "9", "RIGHT", ""), List.of()));

        assertThat(text().lines()).singleElement().asString().contains("000005 two lines");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
