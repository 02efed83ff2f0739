package io.koobridge.stack;

import io.koobridge.stack.demo.Demo;
import io.koobridge.stack.demo.Place;
import io.koobridge.stack.environment.Endpoint;
import io.koobridge.stack.environment.EnvFile;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.process.HomeLock;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.suite.InstalledCli;
import io.koobridge.stack.suite.Programs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Callable;
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

    @Option(
            names = "--whole-enterprise",
            description = "Play joint operations with 2,000 departments and 10,000 people instead of 200 and 600.")
    private boolean wholeEnterprise;

    @Override
    public Integer call() {
        var demo = Demo.of(only, System.out);
        var settings = new Settings(System.getenv());
        Path home = settings.home(Project.root());
        Map<String, String> running =
                HomeLock.isTaken(home) ? EnvFile.localEnv(home).read() : Map.of();
        if (running.containsKey(Endpoint.SIMULATOR.variable())) {
            System.out.println("The demo uses the suite that runs from " + home);
            var cli = new InstalledCli(Programs.of(Project.root()), home);
            return demo.play(new Place(reached(running, settings), cli, home, null)) ? 0 : 1;
        }
        return playOnAFreshSuite(demo, home.resolve("demo"), settings);
    }

    private int playOnAFreshSuite(Demo demo, Path home, Settings settings) {
        Progress console = System.out::println;
        var programs = Project.programs(console);
        console.say("KooBridge starts for the demo, its data are in " + home);
        long begin = System.nanoTime();
        try (var running = FreshSuite.start(programs, home, settings, console)) {
            System.out.printf("Everything is ready after %.1f s%n", (System.nanoTime() - begin) / 1e9);
            var place = new Place(
                    reached(running.suite().variables(), settings),
                    new InstalledCli(programs, home),
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
    private Map<String, String> reached(Map<String, String> told, Settings settings) {
        var reached = new HashMap<>(told);
        settings.get(Settings.KAFKA).ifPresent(servers -> reached.put(Endpoint.BROKER.variable(), servers));
        settings.get(Settings.MONGODB).ifPresent(uri -> reached.put(Endpoint.STORE.variable(), uri));
        if (wholeEnterprise) {
            reached.put(Demo.WHOLE_ENTERPRISE, "true");
        }
        return reached;
    }

    /** The names that {@code --only} takes. */
    static final class Chapters implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Demo.chapterNames().iterator();
        }
    }
}
