package io.koobridge.provisioning.running;

import io.koobridge.testkit.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** A real broker in a process of its own, on a port that is known before it runs. */
final class BrokerProcess implements AutoCloseable {

    private final int port;
    private @Nullable Process process;

    BrokerProcess(int port) {
        this.port = port;
    }

    void start() throws IOException {
        var directory = Files.createTempDirectory(Path.of("target"), "broker").toAbsolutePath();
        var settings = Files.writeString(directory.resolve("kraft.properties"), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                offsets.topic.num.partitions=3
                offsets.topic.replication.factor=1
                """.formatted(
                        port, FreePorts.next(), directory.resolve("data")));
        String[] format = {
            "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()
        };
        if (StorageTool.execute(format, System.out) != 0) {
            throw new AssertionError("the broker's directory could not be formatted");
        }
        process = JavaProcess.start(directory.resolve("log"), "kafka.Kafka", List.of(settings.toString()));
    }

    @Override
    public void close() {
        kill();
    }

    void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
