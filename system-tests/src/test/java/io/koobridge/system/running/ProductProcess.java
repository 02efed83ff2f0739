package io.koobridge.system.running;

import static org.awaitility.Awaitility.await;

import io.koobridge.system.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ./koobridge product} without the script's build, which is under way. */
final class ProductProcess implements AutoCloseable {

    private static final String LAUNCHER = """
            source "$1"
            jdk=$2
            run_product --port "$3"
            """;

    private final Process process;

    private ProductProcess(Process process) {
        this.process = process;
    }

    /** Returns when it listens. */
    static ProductProcess start(Path home, int port) {
        var builder = new ProcessBuilder(
                        "bash",
                        "-c",
                        LAUNCHER,
                        "bash",
                        Repository.ROOT.resolve("koobridge").toString(),
                        System.getProperty("java.home"),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("product.log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KOOBRIDGE_"));
        builder.environment().put("KOOBRIDGE_HOME", home.toString());
        try {
            var product = new ProductProcess(builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(product::close));
            await("the example product").atMost(Duration.ofMinutes(1)).until(() -> listens(port));
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException("The example product cannot be started", e);
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
