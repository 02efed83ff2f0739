package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file that {@code koobridge instances import} takes (docs/import.md). */
record CustomerFile(Path file, Path report) {

    private static final List<String> COLUMNS = List.of(
            "instanceId",
            "orderId",
            "productId",
            "skuCode",
            "quantity",
            "chargingMode",
            "expireTime",
            "frontEndUrl",
            "userName",
            "password",
            "edition");

    static CustomerFile of(List<List<String>> rows) {
        var lines = Stream.concat(Stream.of(COLUMNS), rows.stream()).map(row -> String.join(",", row));
        try {
            var file = Files.createTempFile("koobridge-demo", ".csv");
            var report = Files.createTempFile("koobridge-demo", ".report.csv");
            Stream.of(file, report).map(Path::toFile).forEach(File::deleteOnExit);
            return new CustomerFile(Files.writeString(file, lines.collect(Collectors.joining("\n", "", "\n"))), report);
        } catch (IOException e) {
            throw new StackFailure("No temporary file can be written: " + e.getMessage(), e);
        }
    }

    /** @param expected what it must say, or its report */
    void imported(Stage stage, int exit, String expected, String... options) {
        var arguments = new ArrayList<>(List.of("instances", "import", file.toString(), "--report", report.toString()));
        arguments.addAll(List.of(options));
        var said = stage.place().cli().run(arguments);
        stage.sheet()
                .said(
                        String.join(
                                " ",
                                Stream.concat(Stream.of("instances import customers.csv"), Stream.of(options))
                                        .toList()),
                        said.output());
        stage.sheet()
                .check(
                        "it ends with %d, and tells: %s".formatted(said.exit(), expected),
                        said.exit() == exit && (said.output() + reported()).contains(expected),
                        "%d and \"%s\"; the report: %s".formatted(exit, expected, reported()));
    }

    private String reported() {
        try {
            return Files.readString(report);
        } catch (IOException e) {
            throw new StackFailure("The report %s cannot be read: %s".formatted(report, e.getMessage()), e);
        }
    }
}
