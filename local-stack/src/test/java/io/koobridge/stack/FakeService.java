package io.koobridge.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Stands for a service: answers its environment to every request on {@code SERVER_PORT}, and on {@code
 * MANAGEMENT_SERVER_PORT} if it has one. Where {@code DIARY} names a file, it
 * notes there that it was asked to stop; where {@code COMPLAINT} is set, it says that and dies.
 */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        String complaint = System.getenv("COMPLAINT");
        if (complaint != null) {
            System.err.println(complaint);
            System.exit(7);
        }
        String port = System.getenv("SERVER_PORT");
        listen(port);
        String internalPort = System.getenv("MANAGEMENT_SERVER_PORT");
        if (internalPort != null) {
            listen(internalPort);
        }
        System.out.println("The fake listens on " + port);
        Runtime.getRuntime().addShutdownHook(new Thread(FakeService::noteStop));
    }

    private static void listen(String port) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 16);
        byte[] body = System.getenv().toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static void noteStop() {
        System.out.println("The fake stops");
        String diary = System.getenv("DIARY");
        if (diary != null) {
            try {
                Files.writeString(
                        Path.of(diary),
                        System.getenv("SERVER_PORT") + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
