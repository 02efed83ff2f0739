package io.koobridge.simulator.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.signing.KitVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every curl command of docs/simulator.md works, in the order of the page. */
class DocumentationTest {
    private static final Path PAGE = Path.of("..", "docs", "simulator.md");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @Tag("promise:documents-are-true")
    @Test
    void everyCommandOfThePageWorks() throws IOException {
        List<String> commands = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("curl "))
                .toList();
        assertThat(commands).hasSizeGreaterThan(10);
        try (Running running = Running.sellingLicenses(
                "--koobridge.simulator.kit.key=" + FakeSeller.KEY,
                "--koobridge.simulator.kit.public-key=" + KitVectors.secret("publicKey"),
                "--koobridge.simulator.scim.token=a-token")) {
            StubGateway v2 = new StubGateway();
            StubV1 v1 = new StubV1();
            StubKit kit = new StubKit();
            running.seller.does(call -> call.path().contains("/produceAPI/")
                    ? kit.apply(call)
                    : call.rawBody().isEmpty() ? v1.apply(call) : v2.apply(call));
            for (String command : commands) {
                Http.Got got = send(running.http, words(command));

                assertThat(got.status()).as(command + ": " + got.text()).isBetween(200, 202);
            }
        }
    }

    private static Http.Got send(Http http, List<String> words) {
        String path = words.stream()
                .filter(word -> word.startsWith("$S"))
                .findFirst()
                .orElseThrow()
                .substring(2);
        String body = after("-d", words);
        return switch (after("-X", words)) {
            case "POST" -> http.post(path, body.isEmpty() ? null : body);
            case "PUT" -> http.put(path, body);
            case "DELETE" -> http.delete(path);
            default -> http.get(path);
        };
    }

    private static String after(String option, List<String> words) {
        int at = words.indexOf(option);
        return at < 0 ? "" : words.get(at + 1);
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
