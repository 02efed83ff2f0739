package io.koobridge.license.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole service in a process of its own, killed while others answer it. The licence server never makes the same bytes twice. */
@Timeout(300)
class KilledMidIssueTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private final CountDownLatch neverWhileItLives = new CountDownLatch(1);
    private final AtomicInteger issued = new AtomicInteger();
    private final List<String> uploads = new CopyOnWriteArrayList<>();
    private final List<Process> started = new ArrayList<>();
    private final FakeServer licenseServer = new FakeServer(_ -> {
        var number = issued.incrementAndGet();
        if (number == 1) {
            waitForTheEnd();
        }
        return Response.ok("{\"status\":\"ISSUED\",\"license\":\"LIC-%d\"}".formatted(number));
    });
    private final FakeServer marketplace = new FakeServer(request -> {
        uploads.add(request.path() + " " + request.body());
        if (uploads.size() == 1) {
            waitForTheEnd();
        }
        return Response.ok("");
    });
    private final String store = TestStore.shared().freshConnectionString(KilledMidIssueTest.class);
    private final Path directory;

    KilledMidIssueTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        neverWhileItLives.countDown();
        started.forEach(Process::destroyForcibly);
        licenseServer.close();
        marketplace.close();
    }

    @Tag("promise:one-licence")
    @Test
    void killedWhileTheIssuerAndThenWhileTheMarketplaceAnswersThereIsOneLicence() throws Exception {
        var event = "event-" + UUID.randomUUID();
        try (var facts = new Facts()) {
            var first = start("first");
            facts.applied(event);
            await().atMost(SOON).until(() -> issued.get() == 1);
            kill(first);

            var second = start("second");
            await().atMost(SOON).until(() -> uploads.size() == 1);
            kill(second);

            start("third");
            await().atMost(SOON).until(() -> uploads.size() >= 2);

            assertThat(uploads).containsOnly("/%s LIC-2".formatted(event));
            assertThat(issued).as("stored bytes are not asked for again").hasValue(2);
        }
    }

    private Process start(String name) throws IOException {
        var settings = new HashMap<>(LicenseArguments.licenseServer(licenseServer.url()));
        settings.put(Outside.MARKETPLACE, marketplace.url());
        settings.put("spring.mongodb.uri", store);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Outside.class.getName()));
        command.addAll(List.of(LicenseArguments.of(FreePorts.next(), FreePorts.next(), settings)));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createFile(directory.resolve(name + ".log")).toFile())
                .start();
        started.add(process);
        return process;
    }

    /** As {@code kill -9}. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void waitForTheEnd() {
        try {
            neverWhileItLives.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
