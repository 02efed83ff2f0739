package io.koobridge.stack;

import io.koobridge.stack.demo.Demo;
import io.koobridge.stack.environment.Endpoint;
import io.koobridge.stack.environment.EnvFile;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.process.HomeLock;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.Supervisor;
import io.koobridge.stack.suite.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays a buyer's life and shows each call, answer and state; exit 0 if all is right.")
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--only",
            description = "Play this chapter only: ${COMPLETION-CANDIDATES}",
            completionCandidates = Chapters.class)
    private @Nullable String only;

    @Override
    public Integer call() throws IOException {
        var demo = Demo.of(only, System.out);
        var settings = new Settings(System.getenv());
        Path home = settings.home(Project.root());
        Map<String, String> running =
                HomeLock.isTaken(home) ? EnvFile.localEnv(home).read() : Map.of();
        String simulator = running.get(Endpoint.SIMULATOR.variable());
        if (simulator != null) {
            System.out.println("The demo uses the suite that runs from " + home);
            return demo.play(URI.create(simulator)) ? 0 : 1;
        }
        return playOnAFreshSuite(demo, home.resolve("demo"), settings);
    }

    private static int playOnAFreshSuite(Demo demo, Path home, Settings settings) throws IOException {
        var lock = HomeLock.take(home);
        Supervisor.endLeftOvers(home, System.out::println);
        empty(home);
        System.out.println("KooBridge starts for the demo, its data are in " + home);
        var installation = Installation.of(Project.root(), home, settings, true);
        Progress console = System.out::println;
        try (var _ = RunningSuite.start(lock, installation, console)) {
            String simulator = installation.addresses().address(Endpoint.SIMULATOR);
            return demo.play(URI.create(simulator)) ? 0 : 1;
        }
    }

    /** All but the lock, which we hold. */
    private static void empty(Path home) throws IOException {
        List<Path> old = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            files.filter(file ->
                            !file.equals(home) && !file.getFileName().toString().equals("lock"))
                    .sorted(Comparator.reverseOrder())
                    .forEach(old::add);
        }
        for (Path file : old) {
            Files.delete(file);
        }
    }

    /** The names that {@code --only} takes. */
    static final class Chapters implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Demo.chapterNames().iterator();
        }
    }
}
