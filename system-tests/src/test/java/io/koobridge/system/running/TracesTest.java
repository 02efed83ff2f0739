package io.koobridge.system.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {

    private static final String SECRET = "13800001111";

    private final Path directory;

    TracesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void aTextIsFoundWhereverItStandsInAFile() throws IOException {
        Files.writeString(directory.resolve("far"), "x".repeat((1 << 20) - 4) + SECRET);
        Files.writeString(directory.resolve("without"), "1380000111");

        assertThat(Traces.of(List.of(SECRET), directory))
                .containsExactly(directory.resolve("far").toString());
    }

    @Test
    void itsBase64IsFoundToo() throws IOException {
        Files.writeString(
                directory.resolve("hidden"),
                "{\"it\":\"" + Base64.getEncoder().encodeToString((SECRET + "@acme").getBytes(UTF_8)) + "\"}");

        assertThat(Traces.of(List.of(SECRET), directory)).hasSize(1);
    }
}
