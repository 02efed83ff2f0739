package io.koobridge.license.running.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.events.wire.Json;
import io.koobridge.license.LicenseService;
import io.koobridge.license.outside.code.FakeKooGallery;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole service in a process of its own, killed after KooGallery did what it was asked and before anybody here knows. */
@Timeout(240)
class KilledMidActivationTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final FakeKooGallery marketplace = new FakeKooGallery();
    private final String store = TestStore.shared().freshConnectionString(KilledMidActivationTest.class);
    private final List<Process> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePorts.next();
    private final Path directory;

    KilledMidActivationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        marketplace.close();
        http.close();
    }

    @Test
    void whoeverStartsNextFindsTheCodeActive() throws Exception {
        var code = RunningCodes.newCode();
        marketplace.sells(code);
        marketplace.holdsAnswers(true);
        var first = start("first");
        await().atMost(SOON).until(() -> ask("activate", "{\"codes\":[\"%s\"]}".formatted(code))
                .contains("PENDING"));
        await().atMost(SOON).until(() -> "ALIVE".equals(marketplace.status(code)));
        first.destroyForcibly().waitFor();

        marketplace.holdsAnswers(false);
        start("second");

        await().atMost(SOON).untilAsserted(() -> assertThat(ask("check", "{\"code\":\"%s\"}".formatted(code)))
                .contains("\"reason\":\"ACTIVE\""));
        assertThat(marketplace.calls("/activate")).as("refused by 92020003").hasSize(2);
        assertThat(marketplace.calls("/heartbeat")).isNotEmpty();
    }

    /** What is answered, or nothing while nobody listens. */
    private String ask(String question, String body) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/license-codes/%s".formatted(port, question)))
                            .header("Authorization", "Bearer " + CodeArguments.KEY)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Json.mapper().readTree(answer.body()).toString()
                    : "";
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Process start(String name) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LicenseService.class.getName()));
        command.addAll(List.of(
                CodeArguments.of(port, FreePorts.next(), marketplace.url(), Map.of("spring.mongodb.uri", store))));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createFile(directory.resolve(name + ".log")).toFile())
                .start();
        started.add(process);
        return process;
    }
}
