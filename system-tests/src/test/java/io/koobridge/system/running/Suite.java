package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** {@code ./koobridge up} as a child of this test, known by its {@code local.env} alone. */
final class Suite {

    private static final Duration TIME_TO_START = Duration.ofMinutes(4);
    private static final Duration TIME_TO_COME_BACK = Duration.ofMinutes(2);

    /** The script without its build: that is under way, and these tests are a part of it. */
    private static final String LAUNCHER = """
            source "$1"
            jdk=$2
            run_stack up --free-ports
            """;

    private final Path home;
    private final Path log;
    private final Process process;

    private Suite(Path home, Path log, Process process) {
        this.home = home;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts it; {@link #awaitReady} waits.
     *
     * @param directory for its data and its output
     * @param environment what the user sets before the start
     */
    static Suite start(Path directory, Map<String, String> environment) {
        Path home = directory.resolve("home");
        Path log = directory.resolve("up.log");
        var builder = new ProcessBuilder(
                        "bash",
                        "-c",
                        LAUNCHER,
                        "bash",
                        Repository.ROOT.resolve("koobridge").toString(),
                        System.getProperty("java.home"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KOOBRIDGE_"));
        builder.environment().putAll(environment);
        builder.environment().put("KOOBRIDGE_HOME", home.toString());
        try {
            Files.createDirectories(directory);
            var suite = new Suite(home, log, builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(suite::askToStop));
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException("The suite cannot be started", e);
        }
    }

    void awaitReady() {
        await("local.env").atMost(TIME_TO_START).until(() -> {
            assertThat(process.isAlive())
                    .as("up lives; its output: %s", Repository.read(log))
                    .isTrue();
            return Files.exists(localEnv());
        });
    }

    Path home() {
        return home;
    }

    Path localEnv() {
        return home.resolve("local.env");
    }

    String variable(String name) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(localEnv())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty(name), () -> name + " is not in " + localEnv());
    }

    URI url(String name) {
        return URI.create(variable(name));
    }

    ProcessHandle process(Part part) {
        return ProcessHandle.of(Long.parseLong(variable(part.processId()))).orElseThrow();
    }

    /** {@code kill -9}; returns when it is dead. */
    void kill(Part part) {
        var victim = process(part);
        assertThat(victim.destroyForcibly()).as("kill %s", part).isTrue();
        victim.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** {@code kill -9}, and it stays down until {@link #release}. */
    void holdDown(Part part) {
        try {
            Files.createDirectories(holdOf(part).getParent());
            Files.writeString(holdOf(part), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kill(part);
    }

    void release(Part part) {
        try {
            Files.delete(holdOf(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitServing(part);
    }

    private Path holdOf(Part part) {
        return home.resolve("hold").resolve(part.name().toLowerCase(Locale.ROOT));
    }

    /** {@code ./koobridge <arguments>} against this suite. */
    Cli.Said cli(String... arguments) {
        return new Cli(home).run(arguments);
    }

    /** Waits until {@code local.env} names a living process that serves. */
    void awaitServing(Part part) {
        await(part + " to be back")
                .atMost(TIME_TO_COME_BACK)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> process(part).isAlive() && serves(part));
    }

    private boolean serves(Part part) throws IOException {
        String address = variable(part.address());
        if (part.isHttp()) {
            return Http.status(URI.create(address + "/actuator/health/liveness")) == 200;
        }
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    /** As Ctrl-C does; returns the exit status. */
    int stop() throws InterruptedException {
        askToStop();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("up ends").isTrue();
        return process.exitValue();
    }

    private void askToStop() {
        process.destroy();
    }

    /** Does nothing when it has ended already. */
    void end() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }
}
