package io.koobridge.stack;

import io.koobridge.stack.demo.Demo;
import io.koobridge.stack.demo.Place;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.suite.InstalledCli;
import io.koobridge.stack.suite.Programs;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs every program once, so that their caches know what a start needs and what the first buyer does: classes that only
 * calls load are most of what the first call waits for.
 */
public final class Training {

    private Training() {}

    /**
     * The programs with their AOT caches; missing ones are made first, which takes half a minute or more and is told.
     *
     * @param root of the project, where everything is built
     */
    public static Programs withCaches(Path root, Progress progress) {
        return Programs.withCaches(root, progress, programs -> run(programs, progress));
    }

    private static void run(Programs programs, Progress progress) {
        Path home = programs.root().resolve("target/aot/training");
        try (var running = FreshSuite.start(programs, home, new Settings(Map.of()), line -> {});
                var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            var cli = new InstalledCli(programs, home);
            var triggered = cli.run(List.of("trigger", "newInstance"));
            boolean lived =
                    Demo.of("life", nowhere).play(new Place(running.suite().variables(), cli, home, null));
            if (triggered.exit() != 0 || !lived) {
                progress.say("Not all of the training run was right, so caches may lack what it did not reach; logs: "
                        + home.resolve("logs"));
            }
        }
    }
}
