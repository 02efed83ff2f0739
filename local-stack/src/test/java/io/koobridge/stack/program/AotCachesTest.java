package io.koobridge.stack.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.stack.FakeService;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.program.Program.AppJar;
import io.koobridge.stack.program.Program.MainClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caches of a small service, made and used by real JVMs. */
class AotCachesTest {

    /** Fails instead of starting without, and says from where each class came. */
    private static final String[] ONLY_WITH_CACHE = {"-XX:AOTMode=on", "-Xlog:class+load"};

    private static final String FROM_CACHE = FakeService.class.getName() + " source: shared objects file";

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger trainings = new AtomicInteger();
    private final Path directory;
    private Program program;

    AotCachesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void build() {
        program = new AppJar("fake", Jars.withLibrary(directory.resolve("fake-app.jar")));
    }

    @Test
    void aServiceStartsWithItsCacheAndTheNextMakingFindsNothingMissing() {
        make();
        make();

        assertThat(trainings).hasValue(1);
        assertThat(Trained.run(caches().commandLine(command().withOptions(ONLY_WITH_CACHE))))
                .contains(FROM_CACHE, "The fake listens");
    }

    @Test
    void aMainClassOfJarsHasACacheToo() {
        Path jar = Jars.plain(directory.resolve("plain.jar"), "a");
        program = new MainClass("plain", FakeService.class.getName(), jar.toString());

        make();

        assertThat(Trained.run(caches().commandLine(command().withOptions(ONLY_WITH_CACHE))))
                .contains(FROM_CACHE);
    }

    @Test
    void withoutACacheAServiceStartsFromItsJar() {
        assertThat(caches().commandLine(command())).isEqualTo(command().plain());
        assertThat(caches().isThere(program)).isFalse();
    }

    @Test
    void aClassPathWithADirectoryIsNoCaseForACache() {
        program = new MainClass("fake", FakeService.class.getName(), directory.toString());

        make();

        assertThat(trainings).hasValue(0);
        assertThat(caches().commandLine(command())).isEqualTo(command().plain());
    }

    /** Nobody but us sees this one: the JVM would die of it. */
    @Test
    void aSpoiledPageIsSeenTheServiceStartsWithoutAndTheCacheIsMadeAgain() throws IOException {
        make();
        spoil(onlyCache());

        assertThat(caches().commandLine(command())).isEqualTo(command().plain());

        make();

        assertThat(trainings).hasValue(2);
        assertThat(caches().isThere(program)).isTrue();
    }

    /** As the starting script does, which compares no checksum. */
    @Test
    void theJvmIgnoresASpoiledCacheWhenItIsToldToLook() throws IOException {
        make();
        var commandLine = caches().commandLine(command().withOptions("-XX:+VerifySharedSpaces"));
        spoil(onlyCache());

        assertThat(commandLine).contains("-XX:AOTCache=" + onlyCache());
        assertThat(Trained.run(commandLine)).contains("The fake listens");
    }

    /** It was whole when the suite started, and is cut or gone when a child is started again. */
    @Test
    void theJvmItselfIgnoresACacheThatWasCutOrIsGone() throws IOException {
        make();
        var commandLine = caches().commandLine(command());
        assertThat(commandLine).contains("-XX:AOTCache=" + onlyCache());

        try (var channel = FileChannel.open(onlyCache(), StandardOpenOption.WRITE)) {
            channel.truncate(100_000);
        }
        assertThat(Trained.run(commandLine)).contains("The fake listens");

        Files.delete(onlyCache());
        assertThat(Trained.run(commandLine)).contains("The fake listens");
    }

    @Test
    void aChangedJarAndAnotherJdkFindNoCache() {
        make();
        assertThat(new AotCaches(place(), "another JDK").isThere(program)).isFalse();

        Jars.plain(directory.resolve("fake-app.jar"), "changed");

        assertThat(caches().isThere(program)).isFalse();
    }

    @Test
    void anOldCacheIsRemovedUnlessASuiteUsesIt() throws IOException {
        make();
        var used = caches();
        assertThat(used.commandLine(command())).contains("-XX:AOTCache=" + onlyCache());

        used.removeOthersThan(List.of());
        assertThat(onlyCache()).exists();

        caches().removeOthersThan(List.of(program));
        assertThat(onlyCache()).exists();

        Path old = Files.createDirectories(place().resolve("fake-0000000000000000"));
        Files.writeString(old.resolve("app.aot"), "old");
        caches().removeOthersThan(List.of(program));
        assertThat(old).doesNotExist();
    }

    @Test
    void whatIsNoCacheIsNotRemovedAndWhatADeadMakerLeftIs() throws IOException {
        Path training = Files.createDirectories(place().resolve("training"));
        Path halfMade = Files.createDirectories(place().resolve("making-fake-0000000000000000"));
        Path halfRemoved = Files.createDirectories(place().resolve("removing-fake-0000000000000000"));

        caches().removeOthersThan(List.of(program));

        assertThat(training).exists();
        assertThat(halfMade).doesNotExist();
        assertThat(halfRemoved).doesNotExist();
    }

    @Test
    void whatADeadRemoverLeftIsInNobodysWay() throws IOException {
        Path old = Files.createDirectories(place().resolve("fake-0000000000000000"));
        Files.createDirectories(place().resolve("removing-fake-0000000000000000/lib"));

        Usage.removeUnlessUsed(old);

        assertThat(old).doesNotExist();
        assertThat(place().resolve("removing-fake-0000000000000000")).doesNotExist();
    }

    @Test
    void twoSuitesOfOneProcessUseTheSameCache() {
        make();
        var one = caches().commandLine(command());

        assertThat(caches().commandLine(command())).isEqualTo(one).anyMatch(word -> word.startsWith("-XX:AOTCache="));
    }

    @Test
    void aTrainingThatFailsLeavesNoCacheAndTheNextMakingTriesAgain() {
        assertThatThrownBy(() -> new CacheMaking(caches(), said::add).makeMissing(List.of(program), launcher -> {
                    throw new StackFailure("no suite");
                }))
                .hasMessage("no suite");
        assertThat(caches().isThere(program)).isFalse();

        make();

        assertThat(caches().isThere(program)).isTrue();
    }

    /** Killed while it wrote what it had recorded. */
    @Test
    void aRecordingThatWasCutGivesNoCacheAndSaysSo() {
        new CacheMaking(caches(), said::add).makeMissing(List.of(program), launcher -> {
            for (String word : launcher.commandLine(command())) {
                if (word.startsWith("-XX:AOTConfiguration=")) {
                    write(Path.of(word.substring(word.indexOf('=') + 1)));
                }
            }
        });

        assertThat(caches().isThere(program)).isFalse();
        assertThat(said).anyMatch(line -> line.startsWith("No cache for fake could be made (exit 1"));
        assertThat(caches().commandLine(command())).isEqualTo(command().plain());
    }

    @Test
    void theScriptFindsACopyOfWhatTheCacheWasMadeOf() throws IOException {
        make();

        caches().keepSource(program);

        assertThat(onlyCache().resolveSibling("source.jar")).hasSameBinaryContentAs(directory.resolve("fake-app.jar"));
    }

    private void make() {
        new CacheMaking(caches(), said::add).makeMissing(List.of(program), launcher -> {
            trainings.incrementAndGet();
            Trained.run(launcher.commandLine(command()));
        });
    }

    private JavaCommand command() {
        return JavaCommand.of(program, 64);
    }

    /** Another process would see no more than the files. */
    private AotCaches caches() {
        return new AotCaches(place(), Fingerprint.jdk());
    }

    private Path place() {
        return directory.resolve("aot");
    }

    private Path onlyCache() throws IOException {
        try (Stream<Path> files = Files.walk(place())) {
            return files.filter(file -> file.endsWith("app.aot")).findFirst().orElseThrow();
        }
    }

    private static void spoil(Path cache) throws IOException {
        try (var channel = FileChannel.open(cache, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[4096]), Files.size(cache) / 2);
        }
    }

    private static void write(Path recording) {
        try {
            Files.writeString(recording, "cut");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
