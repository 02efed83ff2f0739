package io.koobridge.system.running;

import static org.awaitility.Awaitility.await;

import io.koobridge.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** A {@link RecordingProvisioner} that runs. */
final class Recorder implements AutoCloseable {

    /** Clearly invented, and of the right form. */
    static final String SECRET = "whsec_dGhlIHJlY29yZGluZyBwcm92aXNpb25lcidzIHNlY3JldA==";

    private final int port;
    private final Path log;
    private final Process process;

    private Recorder(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static Recorder start(Path directory) {
        int port = FreePorts.next();
        Path log = directory.resolve("provisioner.jsonl");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingProvisioner.class.getName(),
                        Integer.toString(port),
                        log.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("provisioner.log").toFile());
        builder.environment().put(RecordingProvisioner.SECRET, SECRET);
        try {
            Files.createDirectories(directory);
            var recorder = new Recorder(port, log, builder.start());
            await("the recording provisioner").atMost(Duration.ofMinutes(1)).until(recorder::listens);
            return recorder;
        } catch (IOException e) {
            throw new UncheckedIOException("The recording provisioner cannot be started", e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/apply");
    }

    void be(RecordingProvisioner.Mood mood) {
        Http.post(url().resolve("/mood"), mood.name());
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    Recording recording() {
        try {
            return new Recording(Files.readAllLines(log).stream()
                    .map(line -> JsonMapper.shared().readValue(line, RecordedCall.class))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
