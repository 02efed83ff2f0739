package io.koobridge.stack.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Runs Kafka in this process: {@code BrokerMain <port> <controller port> <directory>}. Its disk is formatted at the first
 * start. The controller's port is nobody else's and may be another one at each start.
 */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        int controllerPort = Integer.parseInt(arguments[1]);
        Path directory = Path.of(arguments[2]);

        Files.createDirectories(directory);
        Path properties = directory.resolve("kraft.properties");
        Files.writeString(
                properties,
                BrokerSettings.properties(port, controllerPort, directory.resolve("data")),
                StandardCharsets.ISO_8859_1);
        if (!Files.exists(directory.resolve("data/meta.properties"))) {
            format(properties);
        }
        Kafka.main(new String[] {properties.toString()});
    }

    private static void format(Path properties) {
        String[] format = {
            "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", properties.toString()
        };
        int status = StorageTool.execute(format, System.out);
        if (status != 0) {
            throw new IllegalStateException("Kafka could not format the directory that " + properties
                    + " names; the lines above say why. Delete the directory to start with an empty broker.");
        }
    }
}
