package io.koobridge.stack;

import io.koobridge.stack.demo.Demo;
import io.koobridge.stack.demo.Place;
import io.koobridge.stack.environment.Endpoint;
import io.koobridge.stack.environment.EnvFile;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.HomeLock;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.process.Supervisor;
import io.koobridge.stack.suite.ExampleProduct;
import io.koobridge.stack.suite.Installation;
import io.koobridge.stack.suite.InstalledCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

    private static final String MARKETPLACE_SPEED = "80";

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
        if (running.containsKey(Endpoint.SIMULATOR.variable())) {
            System.out.println("The demo uses the suite that runs from " + home);
            var cli = new InstalledCli(Project.root(), home);
            return demo.play(new Place(reached(running, settings), cli, home, null)) ? 0 : 1;
        }
        return playOnAFreshSuite(demo, home.resolve("demo"), settings);
    }

    private static int playOnAFreshSuite(Demo demo, Path home, Settings settings) throws IOException {
        var lock = HomeLock.take(home);
        Supervisor.endLeftOvers(home, System.out::println);
        empty(home);
        System.out.println("KooBridge starts for the demo, its data are in " + home);
        var installation = Installation.of(Project.root(), home, settings.with(decided()), true);
        Progress console = System.out::println;
        try (var running = RunningSuite.start(lock, installation, console)) {
            var cli = new InstalledCli(Project.root(), home);
            var place = new Place(
                    reached(running.suite().variables(), settings),
                    cli,
                    home,
                    allIsOurs(settings) ? running.suite().outages() : null);
            return demo.play(place) ? 0 : 1;
        }
    }

    /** Whether broker and store are processes of the suite, which may be stopped. */
    private static boolean allIsOurs(Settings settings) {
        return settings.get(Settings.KAFKA).isEmpty()
                && settings.get(Settings.MONGODB).isEmpty();
    }

    /** The variables of local.env name the suite's own broker and store, also when others are used. */
    private static Map<String, String> reached(Map<String, String> told, Settings settings) {
        var reached = new HashMap<>(told);
        settings.get(Settings.KAFKA).ifPresent(servers -> reached.put(Endpoint.BROKER.variable(), servers));
        settings.get(Settings.MONGODB).ifPresent(uri -> reached.put(Endpoint.STORE.variable(), uri));
        return reached;
    }

    /**
     * The example product is part of it, and the marketplace's time runs faster: what it repeats hourly comes after 45 s.
     * Signatures, time-outs and everything of ours keep the real clock (design §9).
     */
    private static Map<String, String> decided() {
        var decided = new HashMap<>(ExampleProduct.at(FreePort.next()));
        decided.put("KOOBRIDGE_TIME_ORIGIN", Instant.now().toString());
        decided.put("KOOBRIDGE_TIME_SPEED", MARKETPLACE_SPEED);
        return decided;
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
