package io.koobridge.system.running;

import static org.awaitility.Awaitility.await;

import io.koobridge.testkit.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, spoken to in the few words of W3C WebDriver that a login needs. */
final class WebBrowser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What stands for an element (WebDriver §12). */
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final Process driver;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String session;

    private WebBrowser(Process driver, URI address, Path profile) {
        this.driver = driver;
        this.address = address;
        await("chromedriver").atMost(PATIENCE).ignoreExceptions().until(() -> ask("GET", "status", "")
                .path("ready")
                .asBoolean());
        var options = Map.of(
                "args",
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-gpu",
                        "--user-data-dir=" + profile));
        var wish = Map.of(
                "capabilities", Map.of("alwaysMatch", Map.of("browserName", "chrome", "goog:chromeOptions", options)));
        session = ask("POST", "session", written(wish)).path("sessionId").asString();
    }

    /** Whether there is one on this machine. */
    static boolean isHere() {
        return driver().isPresent()
                && Stream.of("chromium", "google-chrome", "chrome")
                        .anyMatch(name -> onPath(name).isPresent());
    }

    private static Optional<Path> driver() {
        return onPath("chromedriver");
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param directory for its output and its profile */
    static WebBrowser start(Path directory) {
        int port = FreePorts.next();
        try {
            var process = new ProcessBuilder(driver().orElseThrow().toString(), "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("chromedriver.log").toFile())
                    .start();
            return new WebBrowser(
                    process, URI.create("http://127.0.0.1:%d/".formatted(port)), directory.resolve("profile"));
        } catch (IOException e) {
            throw new UncheckedIOException("chromedriver cannot be started", e);
        }
    }

    void open(URI page) {
        of("POST", "url", Map.of("url", page.toString()));
    }

    void type(String selector, String text) {
        of("POST", "element/%s/value".formatted(element(selector)), Map.of("text", text));
    }

    void click(String selector) {
        of("POST", "element/%s/click".formatted(element(selector)), Map.of());
    }

    /** What is read there now. */
    String text() {
        return of("POST", "execute/sync", Map.of("script", "return document.body.innerText", "args", List.of()))
                .asString("");
    }

    String address() {
        return ask("GET", "session/%s/url".formatted(session), "").asString("");
    }

    private String element(String selector) {
        return of("POST", "element", Map.of("using", "css selector", "value", selector))
                .path(ELEMENT)
                .asString();
    }

    private JsonNode of(String method, String what, Map<String, ?> said) {
        return ask(method, "session/%s/%s".formatted(session, what), written(said));
    }

    private static String written(Object said) {
        return JsonMapper.shared().writeValueAsString(said);
    }

    private JsonNode ask(String method, String what, String body) {
        var request = HttpRequest.newBuilder(address.resolve(what))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s: %s".formatted(what, answer.body()));
            }
            return JsonMapper.shared().readTree(answer.body()).path("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            ask("DELETE", "session/" + session, "");
        } finally {
            driver.destroy();
            driver.onExit().orTimeout(20, TimeUnit.SECONDS).join();
            http.close();
        }
    }
}
