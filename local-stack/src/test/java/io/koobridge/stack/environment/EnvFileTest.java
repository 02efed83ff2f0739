package io.koobridge.stack.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    private static final Map<String, String> VARIABLES =
            Map.of("PLAIN", "http://127.0.0.1:8080/a-b_c", "QUOTED", "it's a $HOME of \"blanks\"", "EMPTY", "");

    private final EnvFile file;

    EnvFileTest(@TempDir Path home) {
        this.file = EnvFile.localEnv(home);
    }

    @Test
    void isReadAsItWasWritten() {
        file.write(VARIABLES);

        assertThat(file.read()).containsExactlyInAnyOrderEntriesOf(VARIABLES);
    }

    @Test
    void belongsToItsOwnerAlone() throws Exception {
        file.write(VARIABLES);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void canBeSourcedByAShell() throws Exception {
        file.write(VARIABLES);

        var shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        ". \"$0\" && printf '%s|%s' \"$PLAIN\" \"$QUOTED\"",
                        file.file().toString())
                .start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(VARIABLES.get("PLAIN") + "|" + VARIABLES.get("QUOTED"));
    }

    @Test
    void leavesPlainValuesUnquotedForSimpleReaders() {
        file.write(VARIABLES);

        assertThat(file.file()).content().contains("PLAIN=http://127.0.0.1:8080/a-b_c\n");
    }

    @Test
    void isEmptyWhenItIsNotThere() {
        assertThat(file.read()).isEmpty();
    }
}
