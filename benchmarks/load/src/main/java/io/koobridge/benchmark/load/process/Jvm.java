package io.koobridge.benchmark.load.process;

import io.koobridge.stack.program.Program.AppJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of what is measured: this very JDK, and for all of them the options of a deployment. */
public final class Jvm {

    /**
     * What a container with less than two gigabytes or two processors gets from the JVM by itself, said aloud: the serial collector, all compilers.
     * The heap is what leaves a service below 400 MiB.
     */
    public static final List<String> OPTIONS = List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
            // What glibc keeps of memory that the compilers have given back is tens of megabytes.
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private Jvm() {}

    /** A main class of this program, with this program's class path. */
    public static List<String> ofClass(Class<?> main, String... arguments) {
        var command = java();
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * A module's runnable jar.
     *
     * @param module its directory below the root, as {@code benchmarks/bare-endpoint}
     */
    public static List<String> ofJar(Path root, String module) {
        var command = java();
        command.addAll(AppJar.built(root, module).launch());
        return command;
    }

    private static List<String> java() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        return command;
    }
}
