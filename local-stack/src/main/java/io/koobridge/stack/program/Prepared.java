package io.koobridge.stack.program;

import io.koobridge.stack.program.Program.AppJar;
import io.koobridge.stack.program.Program.MainClass;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program in the form that a cache needs, and its cache.
 *
 * @param directory of this content of the program, this JDK and these flags alone
 */
record Prepared(Program program, Path directory) {

    /** Whether there is a cache to start with. Reads all of it. */
    boolean isComplete() {
        return Checksum.matches(cache(), checksum());
    }

    Path cache() {
        return directory.resolve("app.aot");
    }

    Path checksum() {
        return directory.resolve("app.aot.crc");
    }

    /** The cache while it is made. */
    Path unfinished() {
        return directory.resolve("app.aot.new");
    }

    /** What a training run found out. */
    Path recording() {
        return directory.resolve("app.aot.recording");
    }

    /** A copy of the jar that the program was made of, where the starting script compares it. */
    Path source() {
        return directory.resolve("source.jar");
    }

    /** Runs it with the cache; the JVM ignores one that does not fit. */
    List<String> launch() {
        return with("-XX:AOTCache=" + cache());
    }

    /** Runs it and writes down what a cache should have, when it ends. */
    List<String> record() {
        return with("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
    }

    /** Runs nothing: makes the cache of what was recorded. */
    List<String> assemble() {
        return with("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + unfinished());
    }

    private List<String> with(String... options) {
        var what =
                switch (program) {
                    case AppJar app -> new AppJar(app.name(), directory.resolve(Extraction.APP)).launch();
                    case MainClass main -> main.launch();
                };
        return Stream.concat(List.of(options).stream(), what.stream()).toList();
    }
}
