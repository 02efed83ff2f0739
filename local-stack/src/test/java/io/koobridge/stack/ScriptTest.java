package io.koobridge.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code koobridge} of the project's root, function by function and as a whole. */
class ScriptTest {

    private static final Path SCRIPT =
            Path.of("..", "koobridge").toAbsolutePath().normalize();

    private final Path directory;

    ScriptTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void prepare() throws IOException {
        fakeJdk("jdk17", "17.0.15");
        fakeJdk("jdk25", "25.0.3");
        fakeJdk("jdk26", "26-ea");
    }

    @Test
    void takesJavaHomeWhenItIsNewEnough() {
        assertThat(sourced("find_jdk", Map.of("JAVA_HOME", directory + "/jdk26")))
                .isEqualTo(new Said(0, directory + "/jdk26\n"));
    }

    @Test
    void looksElsewhereWhenJavaHomeIsTooOld() {
        var said = sourced(
                "jdk_candidates() { echo \"$JAVA_HOME\"; echo " + directory + "/jdk25; }; find_jdk",
                Map.of("JAVA_HOME", directory + "/jdk17"));

        assertThat(said).isEqualTo(new Said(0, directory + "/jdk25\n"));
    }

    @Test
    void findsAJdkBesideADefaultJvmThatIsTooOld() {
        var path = Map.of("PATH", directory + "/jdk17/bin:/usr/bin:/bin", "HOME", home("jdk25"));

        assertThat(sourced("JAVA_HOME=; find_jdk", path).status()).isZero();
    }

    @Test
    void saysWhatItFoundAndWhatToInstallWhenNothingIsNewEnough() {
        var said = sourced("jdk_candidates() { echo " + directory + "/jdk17; }; find_jdk", Map.of());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .contains("needs a JDK 25")
                .contains("JDK 17 in " + directory + "/jdk17")
                .contains("temurin-25-jdk")
                .contains("JAVA_HOME");
    }

    @Test
    void doesNotTakeAJreWhichCannotBuild() throws Exception {
        Files.delete(directory.resolve("jdk25/bin/javac"));

        assertThat(sourced("jdk_candidates() { echo " + directory + "/jdk25; }; find_jdk", Map.of())
                        .status())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3.8.7, 0", "3.9, 0", "3.10.1, 0", "4.0.0, 0", "3.8.6, 1", "3.6.3, 1", "2.9.9, 1"})
    void comparesMavenVersionsByTheirNumbers(String have, int expected) {
        assertThat(sourced("at_least " + have + " 3.8.7", Map.of()).status()).isEqualTo(expected);
    }

    @Test
    void saysWhatToDoWithoutMaven() throws Exception {
        Files.createDirectories(directory.resolve("empty"));

        var said = sourced("PATH=" + directory + "/empty; require_maven", Map.of());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("needs Maven 3.8.7").contains("install it");
    }

    @Test
    void explainsItselfFromAnyDirectory() {
        var said = run(Map.of(), SCRIPT.toString(), "--help");

        assertThat(said.status()).isZero();
        assertThat(said.text()).contains("demo", "up", "test", "trigger", "product");
    }

    @Test
    void theProductTakesItsSecretFromTheRunningSuiteOrFromTheKeysThatAreKept() throws Exception {
        Path env = Files.writeString(directory.resolve("local.env"), "KOOBRIDGE_WEBHOOK_SECRET=running\n");
        Path keys = Files.writeString(directory.resolve("keys.properties"), "A=b\nKOOBRIDGE_WEBHOOK_SECRET=kept=\n");
        var kept = "kept KOOBRIDGE_WEBHOOK_SECRET ";

        assertThat(sourced(kept + env + " " + keys, Map.of())).isEqualTo(new Said(0, "running"));
        assertThat(sourced(kept + directory + "/nothing " + keys, Map.of())).isEqualTo(new Said(0, "kept="));
        assertThat(sourced(kept + directory + "/nothing", Map.of())).isEqualTo(new Said(0, ""));
    }

    @Test
    void theCommandLineStartsWithTheCacheOfItsVeryJarAndElseWithout() throws Exception {
        Path java = directory.resolve("jdk25/bin/java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        Path target = Files.createDirectories(directory.resolve("cli/target"));
        Path jar = Files.writeString(target.resolve("cli-1-app.jar"), "one");
        Path cached = Files.createDirectories(directory.resolve("target/aot/cli-0123456789abcdef"));
        Files.writeString(cached.resolve("source.jar"), "one");
        String run = "root=%1$s; jdk=%1$s/jdk25; run_cli stuck".formatted(directory);
        String plain = "-jar " + jar + " stuck";

        assertThat(sourced(run, Map.of()).text()).contains(plain);

        Files.writeString(cached.resolve("app.aot"), "cache");
        assertThat(sourced(run, Map.of()).text())
                .contains("-XX:+VerifySharedSpaces -XX:AOTCache=%1$s/app.aot -jar %1$s/app.jar stuck".formatted(cached))
                .doesNotContain(plain);

        Files.writeString(jar, "two");
        assertThat(sourced(run, Map.of()).text()).contains(plain).doesNotContain("AOTCache");
    }

    @Test
    void theProductStartsWithTheCacheOfItsVeryJar() throws Exception {
        Path java = directory.resolve("jdk25/bin/java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        Path target = Files.createDirectories(directory.resolve("example-product/target"));
        Files.writeString(target.resolve("example-product-1.jar"), "one");
        Path cached = Files.createDirectories(directory.resolve("target/aot/example-product-0123456789abcdef"));
        Files.writeString(cached.resolve("source.jar"), "one");
        Files.writeString(cached.resolve("app.aot"), "cache");

        var said = sourced(
                "root=%1$s; jdk=%1$s/jdk25; run_product --slow 5s".formatted(directory),
                Map.of("KOOBRIDGE_WEBHOOK_SECRET", "secret", "KOOBRIDGE_HOME", "/home"));

        assertThat(said.text())
                .contains("-Xmx64m", "-XX:AOTCache=%1$s/app.aot -jar %1$s/app.jar --data".formatted(cached))
                .contains("--data /home/example-product.jsonl --slow 5s");
    }

    @Test
    void theProductSaysWhatIsMissingBeforeTheFirstStart() {
        var said = sourced("run_product", Map.of("KOOBRIDGE_HOME", directory + "/none"));

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text()).contains("./koobridge up", "KOOBRIDGE_WEBHOOK_SECRET");
    }

    /** The fake installation's home: a JDK lies where SDKMAN! puts it. */
    private String home(String jdk) {
        Path place = directory.resolve("home/.sdkman/candidates/java");
        try {
            Files.createDirectories(place);
            Files.createSymbolicLink(place.resolve(jdk), directory.resolve(jdk));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return directory.resolve("home").toString();
    }

    private void fakeJdk(String name, String version) throws IOException {
        Path bin = Files.createDirectories(directory.resolve(name).resolve("bin"));
        for (String tool : new String[] {"java", "javac"}) {
            Files.writeString(bin.resolve(tool), "#!/bin/sh\n");
            assertThat(bin.resolve(tool).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(directory.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private Said sourced(String commands, Map<String, String> environment) {
        return run(environment, "/bin/bash", "-c", "source '" + SCRIPT + "'; " + commands);
    }

    private Said run(Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Said(int status, String text) {}
}
