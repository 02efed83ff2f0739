package io.koobridge.cli.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

/** The rows of a file, one at a time, whatever its size. */
interface Lines extends Iterator<Line>, AutoCloseable {

    /** The columns that there are (docs/import.md). */
    Set<String> COLUMNS = Set.of(
            "instanceId",
            "kind",
            "orderId",
            "orderLineId",
            "otherOrders",
            "productId",
            "skuCode",
            "quantity",
            "chargingMode",
            "edition",
            "status",
            "expireTime",
            "frontEndUrl",
            "adminUrl",
            "userName",
            "password",
            "memo",
            "customerId",
            "customerName",
            "buyerUserId",
            "buyerUserName",
            "mobile",
            "email");

    @Override
    void close();

    /**
     * Begins to read; a file named {@code …jsonl} or {@code …ndjson} has a JSON object in each line, every other is CSV.
     *
     * @throws IllegalArgumentException when it cannot be read, or has no usable header
     */
    static Lines of(String file) {
        try {
            // Of a file in another encoding nothing is guessed: this reader fails.
            var reader = Files.newBufferedReader(Path.of(file));
            withoutMark(reader);
            var name = file.toLowerCase(Locale.ROOT);
            return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? new JsonLines(reader) : CsvLines.of(reader);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("The file %s cannot be read as UTF-8: %s".formatted(file, e), e);
        }
    }

    /** Spreadsheets write one. */
    private static void withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }
}
