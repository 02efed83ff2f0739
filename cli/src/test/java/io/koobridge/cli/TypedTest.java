package io.koobridge.cli;

import io.koobridge.cli.installation.Variables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Commands as a user types them, in an installation of their own. */
abstract class TypedTest {

    final StringWriter out = new StringWriter();
    final StringWriter error = new StringWriter();
    final Path home;

    TypedTest(Path home) {
        this.home = home;
    }

    /** Answers with the exit code. */
    int execute(Map<String, String> environment, String... arguments) {
        var all = new HashMap<>(environment);
        all.put("KOOBRIDGE_HOME", home.toString());
        return Main.commandLine(Variables.of(all, Path.of("")))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
    }

    /** Answers with its path. */
    String file(String name, String content) {
        try {
            return Files.writeString(home.resolve(name), content).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
