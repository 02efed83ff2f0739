package io.koobridge.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.koobridge.stack.FakeService;
import io.koobridge.stack.JavaProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Path home;
    private final Supervisor supervisor;

    SupervisorTest(@TempDir Path home) {
        this.home = home;
        this.supervisor = new Supervisor(home, said::add);
    }

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void startsAGroupTogetherAndReturnsWhenAllAreReady() {
        int one = FreePort.next();
        int two = FreePort.next();

        supervisor.startTogether(List.of(fake("one", one, Map.of()), fake("two", two, Map.of())));

        assertThat(JavaProcess.answers(one)).isTrue();
        assertThat(JavaProcess.answers(two)).isTrue();
        assertThat(supervisor.pids()).containsOnlyKeys("one", "two");
    }

    @Test
    void startsAKilledChildAgainAndSaysSo() {
        int port = FreePort.next();
        var restarts = new AtomicInteger();
        supervisor.startTogether(List.of(fake("victim", port, Map.of())));
        supervisor.onRestart(restarts::incrementAndGet);
        long first = pid("victim");

        ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);

        await("a second life").atMost(SOON).until(() -> said.stream().anyMatch(line -> line.contains("ready again")));
        assertThat(pid("victim")).isNotEqualTo(first);
        assertThat(restarts).hasValue(1);
        assertThat(said).anyMatch(line -> line.contains("The victim died (exit 137)"));
        assertThat(home.resolve("logs/victim.log")).content().contains("listens on " + port);
        assertThat(home.resolve("logs/koobridge.log")).content().contains("victim       | The fake listens");
    }

    @Test
    void keepsAKilledChildDownWhileAFileSaysSo() {
        int port = FreePort.next();
        supervisor.startTogether(List.of(fake("victim", port, Map.of())));
        var holds = new Holds(home);

        holds.hold("victim");
        ProcessHandle.of(pid("victim")).ifPresent(ProcessHandle::destroyForcibly);
        await("the news").atMost(SOON).until(() -> said.stream()
                .anyMatch(line -> line.contains("held down until " + home.resolve("hold/victim") + " goes")));

        assertThat(supervisor.pids()).isEmpty();
        assertThat(JavaProcess.answers(port)).isFalse();

        holds.release("victim");
        supervisor.awaitReady("victim");

        assertThat(JavaProcess.answers(port)).isTrue();
    }

    @Test
    void stopsTheGroupFirstThatWasStartedLast() throws Exception {
        Path diary = home.resolve("diary");
        int below = FreePort.next();
        int above = FreePort.next();
        supervisor.startTogether(List.of(fake("below", below, Map.of("DIARY", diary.toString()))));
        supervisor.startTogether(List.of(fake("above", above, Map.of("DIARY", diary.toString()))));

        supervisor.close();

        assertThat(Files.readAllLines(diary)).containsExactly(Integer.toString(above), Integer.toString(below));
        assertThat(supervisor.pids()).isEmpty();
        assertThat(home.resolve("pids")).doesNotExist();
        await("its last words").atMost(SOON).untilAsserted(() -> assertThat(home.resolve("logs/above.log"))
                .content()
                .contains("The fake stops"));
    }

    @Test
    void showsTheLastLinesOfAChildThatDiesBeforeItIsReady() {
        var spec = fake("moody", FreePort.next(), Map.of("COMPLAINT", "the moon is wrong"));

        assertThatThrownBy(() -> supervisor.startTogether(List.of(spec)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("moody ended with exit code 7")
                .hasMessageContaining("the moon is wrong");
    }

    @Test
    void namesThePortThatIsTakenItsOwnerAndTheVariableThatMovesIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var spec = fake("late", taken.getLocalPort(), Map.of());

            assertThatThrownBy(() -> supervisor.startTogether(List.of(spec)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("VARIABLE_OF_LATE");
        }
    }

    @Test
    void endsWhatAKilledSupervisorLeftBehind() {
        supervisor.startTogether(List.of(fake("orphan", FreePort.next(), Map.of())));
        var orphan = ProcessHandle.of(pid("orphan")).orElseThrow();
        var news = new CopyOnWriteArrayList<String>();
        // The first one's watch would start it again.
        var leftOver = Thread.ofVirtual().unstarted(supervisor::close);

        try (var next = new Supervisor(home, line -> {
            leftOver.start();
            news.add(line);
        })) {
            assertThat(next.pids()).isEmpty();
            assertThat(news).containsExactly("Ended what an earlier run left behind: orphan");
            assertThat(orphan.isAlive()).isFalse();
        }
    }

    @Test
    void leavesAProcessAloneThatMerelyHasTheIdOfAFormerChild() throws Exception {
        long self = ProcessHandle.current().pid();
        Files.writeString(home.resolve("pids"), "gateway " + self + " 2001-01-01T00:00:00Z\n");

        try (var next = new Supervisor(home, said::add)) {
            assertThat(next.pids()).isEmpty();
        }

        assertThat(said).isEmpty();
    }

    private long pid(String name) {
        return Objects.requireNonNull(supervisor.pids().get(name));
    }

    private static ProcessSpec fake(String name, int port, Map<String, String> environment) {
        var all = new java.util.HashMap<>(environment);
        all.put("SERVER_PORT", Integer.toString(port));
        return new ProcessSpec(
                name,
                JavaProcess.command(FakeService.class),
                all,
                new Readiness.Http(URI.create("http://127.0.0.1:" + port + "/health")),
                List.of(new Port(port, "VARIABLE_OF_" + name.toUpperCase(java.util.Locale.ROOT))));
    }
}
