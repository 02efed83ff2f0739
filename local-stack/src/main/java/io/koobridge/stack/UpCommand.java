package io.koobridge.stack;

import io.koobridge.stack.environment.Endpoint;
import io.koobridge.stack.environment.EnvFile;
import io.koobridge.stack.environment.Settings;
import io.koobridge.stack.process.HomeLock;
import io.koobridge.stack.process.Progress;
import io.koobridge.stack.suite.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the suite and keeps it running until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--free-ports", description = "Take any free ports instead of the usual ones.")
    private boolean freePorts;

    @Override
    public Integer call() throws InterruptedException {
        var settings = new Settings(System.getenv());
        Path home = settings.home(Project.root());
        var lock = HomeLock.take(home);
        Progress console = System.out::println;
        var programs = Project.programs(console);
        var installation = Installation.of(programs, home, settings, freePorts);
        console.say("KooBridge starts, its data are in " + home);
        long begin = System.nanoTime();
        try (var _ = RunningSuite.start(lock, installation, console)) {
            tell(installation, (System.nanoTime() - begin) / 1e9);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void tell(Installation installation, double seconds) {
        var addresses = installation.addresses();
        System.out.printf(
                """
                Everything is ready after %.1f s.

                  gateway      %s/koogallery/saas
                  logins       %s   (people of enterprises)
                  simulator    %s   (the marketplace's stand-in: buy something there)
                  for scripts  %s
                  logs         %s

                Ctrl-C stops it.
                """,
                seconds,
                addresses.address(Endpoint.GATEWAY),
                addresses.address(Endpoint.TENANTS),
                addresses.address(Endpoint.SIMULATOR),
                EnvFile.localEnv(installation.home()).file(),
                installation.home().resolve("logs"));
    }
}
