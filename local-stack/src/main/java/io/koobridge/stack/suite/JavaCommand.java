package io.koobridge.stack.suite;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Command lines of Java children: this very JDK, small heaps, a quick start rather than the last bit of speed. */
final class JavaCommand {

    private JavaCommand() {}

    /** A main class of this program, with this program's class path. */
    static List<String> ofClass(Class<?> main, int heapMegabytes, String... arguments) {
        var command = java(heapMegabytes);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** A module's runnable jar. */
    static List<String> ofJar(Path root, String module, int heapMegabytes) {
        var command = java(heapMegabytes);
        command.addAll(List.of("-jar", jar(root, module).toString()));
        return command;
    }

    private static List<String> java(int heapMegabytes) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    }

    private static Path jar(Path root, String module) {
        Path target = root.resolve(module).resolve("target");
        // With its libraries inside where it has any; a module without is its plain jar.
        var inside = jars(target, module + "-*-app.jar");
        var found = inside.isEmpty() ? jars(target, module + "-*.jar") : inside;
        if (found.size() == 1) {
            return found.getFirst().toAbsolutePath();
        }
        throw new StackFailure(
                "There should be one runnable jar of %s in %s, but there are %d: build anew with mvn clean package"
                        .formatted(module, target, found.size()));
    }

    private static List<Path> jars(Path target, String pattern) {
        try (var files = Files.newDirectoryStream(target, pattern)) {
            var jars = new ArrayList<Path>();
            files.forEach(jars::add);
            return jars;
        } catch (IOException e) {
            throw new StackFailure("Nothing is built in " + target + ": it is not there", e);
        }
    }
}
