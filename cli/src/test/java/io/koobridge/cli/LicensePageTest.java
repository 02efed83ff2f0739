package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.jws.SigningKey;
import io.koobridge.verifier.LicenseVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about licences do what their page says, in its order. */
@Tag("promise:documents-are-true")
class LicensePageTest extends TypedTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)<!-- run by: LicensePageTest -->\\n```sh\\n(.*?)```");
    private static final Pattern EXIT = Pattern.compile("# exit (?<code>\\d): (?<why>.*)$");

    LicensePageTest(@TempDir Path home) {
        super(home);
    }

    @Test
    void everyCommandOfThePageDoesWhatItSays() throws IOException {
        var page = Files.readString(Path.of("..", "docs/command-line.md"));
        var block = BLOCK.matcher(page);
        assertThat(block.find()).isTrue();
        var commands = block.group(1).lines().toList();
        assertThat(commands).hasSize(5);

        for (var command : commands) {
            var exit = EXIT.matcher(command);
            boolean fails = exit.find();
            out.getBuffer().setLength(0);

            assertThat(execute(Map.of(), words(command)))
                    .as("%s\n%s%s", command, out, error)
                    .isEqualTo(fails ? Integer.parseInt(exit.group("code")) : 0);

            if (fails) {
                assertThat(out.toString()).startsWith(exit.group("why"));
            }
            if (command.contains("> keys.json")) {
                file("keys.json", out.toString());
                file("license.txt", licence(Files.readString(home.resolve("license-key.pem"))));
            }
        }
    }

    /** Up to a redirection or a comment; file names are within the test's own directory. */
    private String[] words(String command) {
        var words = new ArrayList<String>();
        Pattern.compile("'([^']*)'|(\\S+)")
                .matcher(command.replaceAll(" *[>#].*$", "").replace("./koobridge ", ""))
                .results()
                .forEach(word -> words.add(word.group(1) == null ? word.group(2) : word.group(1)));
        words.replaceAll(word ->
                word.matches("[a-z-]+\\.(pem|json|txt)") ? home.resolve(word).toString() : word);
        return words.toArray(String[]::new);
    }

    private static String licence(String pem) {
        var claims = """
                {"aud":"OFFI-EXAMPLE-01","exp":4102444800,"fingerprint":"%s","iat":1704067200,"instance":"kb1","iss":"s","jti":"lic1",\
                "nbf":1704067200,"order":"CS1","quantity":1}""".formatted(LicenseVerifier.hashOf("MAC|DISK"));
        return SigningKey.ofPem("2026", pem).sign("koobridge-license+jwt", claims.getBytes(StandardCharsets.UTF_8));
    }
}
