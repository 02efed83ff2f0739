package io.koobridge.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongoUriTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://127.0.0.1:27017, mongodb://127.0.0.1:27017/mine",
        "mongodb://u:p@a:1/, mongodb://u:p@a:1/mine",
        "mongodb+srv://host/old?w=majority, mongodb+srv://host/mine?w=majority",
        "mongodb://host?tls=true, mongodb://host/mine?tls=true",
    })
    void namesTheServicesDatabaseAndKeepsTheRest(String server, String expected) {
        assertThat(MongoUri.withDatabase(server, "mine")).isEqualTo(expected);
    }
}
