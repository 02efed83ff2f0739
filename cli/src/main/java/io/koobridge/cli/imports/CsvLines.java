package io.koobridge.cli.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV as RFC 4180 has it: commas, quotes, CRLF or LF; the first row names the columns. */
final class CsvLines implements Lines {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private long line;

    private CsvLines(CSVParser parser, Iterator<CSVRecord> records, List<String> columns) {
        this.parser = parser;
        this.records = records;
        this.columns = columns;
        this.line = parser.getCurrentLineNumber();
    }

    static CsvLines of(BufferedReader reader) throws IOException {
        var parser = FORMAT.parse(reader);
        var records = parser.iterator();
        if (!records.hasNext()) {
            throw new IllegalArgumentException("The file is empty: its first line must name the columns.");
        }
        var columns = records.next().stream().map(String::strip).toList();
        var seen = new HashSet<String>();
        for (var column : columns) {
            if (!COLUMNS.contains(column)) {
                throw new IllegalArgumentException("The first line must name the columns, and %s is none. There are %s."
                        .formatted(
                                shown(column),
                                String.join(", ", COLUMNS.stream().sorted().toList())));
            }
            if (!seen.add(column)) {
                throw new IllegalArgumentException("The first line names the column %s twice.".formatted(column));
            }
        }
        for (var needed : List.of("instanceId", "orderId")) {
            if (!seen.contains(needed)) {
                throw new IllegalArgumentException("The first line lacks the column %s.".formatted(needed));
            }
        }
        return new CsvLines(parser, records, columns);
    }

    /** A file without a header may begin with anything, but a name has no more than this. */
    private static String shown(String column) {
        return column.matches("[A-Za-z][A-Za-z _-]{0,30}") ? column : "what stands there";
    }

    @Override
    public boolean hasNext() {
        return broken(records::hasNext);
    }

    @Override
    public Line next() {
        var number = line + 1;
        var found = broken(records::next);
        line = parser.getCurrentLineNumber();
        if (found.size() != columns.size()) {
            return new Line.Bad(number, "there are %d values for %d columns".formatted(found.size(), columns.size()));
        }
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columns.size(); i++) {
            var value = found.get(i).strip();
            if (!value.isEmpty()) {
                members.put(columns.get(i), value);
            }
        }
        return new Line.Row(number, members);
    }

    private interface Reading<T> {
        T once();
    }

    /** Quotes that nobody closed: where the next row begins, nobody knows. */
    private <T> T broken(Reading<T> reading) {
        try {
            return reading.once();
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "After line %d the file is no CSV in UTF-8 any more: quotes are not closed, or a character is of another encoding. What came before is done."
                            .formatted(line),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
