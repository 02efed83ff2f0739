package io.koobridge.system.running;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./koobridge <arguments>} without the script's build, which is under way. */
record Cli(Path home) {

    private static final String LAUNCHER = """
            source "$1"
            jdk=$2
            shift 2
            run_cli "$@"
            """;

    /** @param output both streams */
    record Said(int exit, String output) {}

    Said run(String... arguments) {
        var command = Stream.concat(
                        Stream.of(
                                "bash",
                                "-c",
                                LAUNCHER,
                                "bash",
                                Repository.ROOT.resolve("koobridge").toString(),
                                System.getProperty("java.home")),
                        Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KOOBRIDGE_"));
        builder.environment().put("KOOBRIDGE_HOME", home.toString());
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("The command line cannot be started: " + List.of(arguments), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
