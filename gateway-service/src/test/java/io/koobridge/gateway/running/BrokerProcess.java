package io.koobridge.gateway.running;

import io.koobridge.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/** A real broker in a process of its own, so that a test can freeze it and kill it. What it stored outlives it. */
final class BrokerProcess implements AutoCloseable {

    private final int port = FreePorts.next();
    private final Path settings;
    private Process process;

    private BrokerProcess(Path directory) {
        try {
            settings = Files.writeString(directory.resolve("kraft.properties"), settings(directory, FreePorts.next()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(java("kafka.tools.StorageTool", "format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()));
        process = start();
    }

    static BrokerProcess in(Path directory) {
        return new BrokerProcess(directory);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops answering, without closing a connection. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    void kill() {
        await(process.destroyForcibly());
    }

    void restart() {
        process = start();
    }

    @Override
    public void close() {
        kill();
    }

    private Process start() {
        var started = java("kafka.Kafka", settings.toString());
        Awaitility.await("the broker answers")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> {
                    try (var admin = Admin.create(Map.of(
                            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000,
                            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000))) {
                        return !admin.describeCluster()
                                .nodes()
                                .get(2, TimeUnit.SECONDS)
                                .isEmpty();
                    }
                });
        return started;
    }

    private void signal(String name) {
        try {
            await(new ProcessBuilder("kill", name, Long.toString(process.pid())).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process java(String main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(Arrays.asList(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Process ending) {
        ending.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private String settings(Path directory, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                broker.session.timeout.ms=1500
                broker.heartbeat.interval.ms=300
                """.formatted(port, controllerPort, directory.resolve("logs"));
    }
}
