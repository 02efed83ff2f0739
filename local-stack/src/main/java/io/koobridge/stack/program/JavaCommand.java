package io.koobridge.stack.program;

import io.koobridge.stack.program.Program.AppJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line of a Java child: this very JDK, a small heap, a quick start rather than the last bit of speed.
 *
 * @param options of the JVM beside {@link #FLAGS}; a later one wins, so that they may also take a flag back
 * @param arguments of the program
 */
public record JavaCommand(Program program, int heapMegabytes, List<String> options, List<String> arguments) {

    /** What every child is started with, and every cache is made with: some of them decide whether a cache fits. */
    public static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    public JavaCommand {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    public static JavaCommand of(Program program, int heapMegabytes, String... arguments) {
        return new JavaCommand(program, heapMegabytes, List.of(), List.of(arguments));
    }

    /** A module's runnable jar. */
    public static JavaCommand ofJar(Path root, String module, int heapMegabytes, String... arguments) {
        return of(AppJar.built(root, module), heapMegabytes, arguments);
    }

    /** More options of the JVM, which win over {@link #FLAGS}. */
    public JavaCommand withOptions(String... more) {
        return new JavaCommand(
                program,
                heapMegabytes,
                Stream.concat(options.stream(), Stream.of(more)).toList(),
                arguments);
    }

    /** As it is run with nothing prepared. */
    public List<String> plain() {
        return launching(program.launch());
    }

    /** The same with other options that say what is run. */
    List<String> launching(List<String> launch) {
        var command = new ArrayList<>(List.of(java().toString(), "-Xms32m", "-Xmx" + heapMegabytes + "m"));
        command.addAll(FLAGS);
        command.addAll(options);
        command.addAll(launch);
        command.addAll(arguments);
        return command;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
