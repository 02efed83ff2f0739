package io.koobridge.benchmark.micro;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Runs the benchmarks and prints their table: {@code Main [--quick] [--table <file>] [<expression>]}. Quick runs each one once and
 * measures nothing.
 */
public final class Main {

    private static final String ALL = ".*";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var left = new ArrayList<>(Arrays.asList(arguments));
        boolean quick = left.remove("--quick");
        int table = left.indexOf("--table");
        Path file = table < 0 ? null : Path.of(left.remove(table + 1));
        left.remove("--table");
        var include = left.isEmpty() ? ALL : left.getFirst();
        var text = new Ratios(quick ? Suite.once(include) : Suite.measured(include)).table();
        System.out.println(text);
        if (file != null) {
            Files.writeString(file, text);
        }
    }
}
