package io.koobridge.stack.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.stack.FakeService;
import io.koobridge.stack.process.StackFailure;
import io.koobridge.stack.program.Program.AppJar;
import io.koobridge.stack.program.Program.MainClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC");
    private static final String JDK = "a vendor 25.0.1+9";

    private final Path directory;

    FingerprintTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theSameContentIsTheSameWhereverAndWheneverItWasBuilt() throws IOException {
        Path one = Jars.plain(directory.resolve("one.jar"), "a");
        Path other = Files.copy(one, directory.resolve("other.jar"));
        Files.setLastModifiedTime(other, FileTime.fromMillis(0));

        assertThat(of(other, FLAGS, JDK)).isEqualTo(of(one, FLAGS, JDK)).matches("[0-9a-f]{16}");
    }

    @Test
    void anotherContentIsAnotherAlsoWithTheSameSizeAndTime() throws IOException {
        Path one = Jars.plain(directory.resolve("one.jar"), "a");
        Path other = Jars.plain(directory.resolve("other.jar"), "b");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(one));

        assertThat(other).hasSize(Files.size(one));
        assertThat(of(other, FLAGS, JDK)).isNotEqualTo(of(one, FLAGS, JDK));
    }

    @Test
    void anotherJdkAndOtherFlagsAreOthers() {
        Path jar = Jars.plain(directory.resolve("one.jar"), "a");

        assertThat(List.of(of(jar, FLAGS, JDK), of(jar, FLAGS, "a vendor 26+1"), of(jar, List.of("-XX:+UseG1GC"), JDK)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aJdkIsAnotherInAnotherPlaceAndWhenItWasInstalledAgain() throws IOException {
        Path modules = Files.createDirectories(directory.resolve("jdk/lib")).resolve("modules");
        Files.writeString(modules, "classes");
        String before = Fingerprint.modules(directory.resolve("jdk"));

        Files.setLastModifiedTime(modules, FileTime.fromMillis(0));

        assertThat(Fingerprint.modules(directory.resolve("jdk"))).isNotEqualTo(before);
        assertThat(Fingerprint.modules(directory.resolve("none"))).isEqualTo("no modules");
        assertThat(Fingerprint.jdk()).contains(System.getProperty("java.home"));
    }

    /** The JVM compares the time of each jar of a class path with that at the training. */
    @Test
    void aClassPathsJarIsAnotherWhenItWasBuiltAgain() throws IOException {
        Path jar = Jars.plain(directory.resolve("one.jar"), "a");
        var program = new MainClass("fake", FakeService.class.getName(), jar.toString());
        String before = Fingerprint.of(program, FLAGS, JDK);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(Fingerprint.of(program, FLAGS, JDK)).isNotEqualTo(before);
    }

    @Test
    void saysWhichProgramCannotBeRead() throws IOException {
        Path jar = Files.writeString(directory.resolve("one.jar"), "no jar");

        assertThatThrownBy(() -> of(jar, FLAGS, JDK))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("The jar of fake cannot be read");
    }

    private static String of(Path jar, List<String> flags, String jdk) {
        return Fingerprint.of(new AppJar("fake", jar), flags, jdk);
    }
}
