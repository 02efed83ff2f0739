package io.koobridge.system.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters, as the command line has them. */
record DeadLetterBox(Suite suite) {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The newest letter with this key, once there are so many. */
    String await(String key, int letters) {
        return Awaitility.await("%d dead letters of %s".formatted(letters, key))
                .atMost(SOON)
                .until(() -> ids(key), ids -> ids.size() >= letters)
                .getFirst();
    }

    /** Runs a command that must succeed. */
    String tell(String... arguments) {
        var said = suite.cli(arguments);
        assertThat(said.exit()).as(said.output()).isZero();
        return said.output();
    }

    private List<String> ids(String key) {
        return JsonMapper.shared()
                .readTree(tell("dead-letters", "list", "--json"))
                .path("deadLetters")
                .valueStream()
                .filter(letter -> letter.path("key").asString("").equals(key))
                .map(letter -> letter.path("id").asString())
                .toList();
    }
}
