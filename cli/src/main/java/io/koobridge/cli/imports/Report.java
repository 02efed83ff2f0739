package io.koobridge.cli.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A file with what became of each line: {@code line,instanceId,result,why}. It has no other value of the seller's file. */
final class Report implements Consumer<Tally.Outcome>, AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("line", "instanceId", "result", "why")
            .get();

    private final @Nullable CSVPrinter printer;

    private Report(@Nullable CSVPrinter printer) {
        this.printer = printer;
    }

    /** @throws IllegalArgumentException when there can be no such file */
    static Report to(@Nullable String file) {
        try {
            return new Report(file == null ? null : FORMAT.print(Files.newBufferedWriter(Path.of(file))));
        } catch (IOException e) {
            throw new IllegalArgumentException("The report %s cannot be written: %s".formatted(file, e), e);
        }
    }

    @Override
    public void accept(Tally.Outcome outcome) {
        if (printer == null) {
            return;
        }
        try {
            printer.printRecord(outcome.line(), outcome.instanceId(), outcome.result(), outcome.why());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (printer != null) {
                printer.close(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
