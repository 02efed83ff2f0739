package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.TokenCheck.Rejected;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one call may consist of, whoever makes it: the token is looked at after that. */
class AuthTokenBoundsTest {

    private static final Instant NOW = Instant.parse("2026-03-31T01:15:10Z");
    private static final AccessKey KEY = new AccessKey("v1", "a-secret-made-up", null);

    @Test
    void aQueryHasAtMost128Parameters() {
        assertThat(query(signed(127))).isInstanceOf(Verified.class);
        assertThat(query(signed(128))).isEqualTo(new Rejected(Rejection.MESSAGE_UNREADABLE));
        assertThat(AuthToken.verify("&".repeat(30_000) + "a=1", KeyRing.of(KEY), NOW))
                .isEqualTo(new Rejected(Rejection.AUTH_TOKEN_MISSING));
    }

    @Test
    void aBodyHasAtMost128Members() {
        assertThat(body(signed(127))).isInstanceOf(Verified.class);
        assertThat(body(signed(128))).isEqualTo(new Rejected(Rejection.MESSAGE_UNREADABLE));
        assertThat(BodyMembers.of("{\"a\":1".concat(",\"b\":2".repeat(128)).getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void allReadingsTogetherSayWhatEachOfThemSays() {
        for (var query :
                new String[] {"", "a=1&&b", "email=%252B%2B+a&a+b=1+2", "saasExtendParams=a%2520b&x=%26", "email=a%2Bb"
                }) {
            assertThat(QueryReading.Decoded.of(query).orElseThrow().readings())
                    .extracting(Supplier::get)
                    .containsExactlyElementsOf(Arrays.stream(QueryReading.values())
                            .map(reading -> reading.of(query).orElseThrow())
                            .toList());
        }
        assertThat(QueryReading.Decoded.of("a=%zz")).isEmpty();
    }

    /** Whoever has no key has all of them tried, with blank values and without. */
    @Test
    void eachReadingIsMadeAtMostOnceAndNoneBeforeItIsComeTo() {
        var made = new ArrayList<String>();
        var readings = Stream.of("a=1", "a=2&b=", "a=3")
                .<Supplier<List<Parameter>>>map(query -> new Once<>(() -> {
                    made.add(query);
                    return QueryReading.FORM.of(query).orElseThrow();
                }))
                .toList();

        var candidates = AuthToken.candidates(readings);
        assertThat(made).isEmpty();

        assertThat(candidates.getFirst().get().text()).isEqualTo("a=1");
        assertThat(made).containsExactly("a=1");

        assertThat(candidates)
                .extracting(candidate -> candidate.get().text())
                .containsExactly("a=1", "a=2&b=", "a=3", "a=1", "a=2", "a=3");
        assertThat(made).containsExactly("a=1", "a=2&b=", "a=3");
    }

    @Test
    void theReadingsOfOneQueryShareWhatTheyAreMadeOf() {
        var readings =
                QueryReading.Decoded.of("email=a+%252B&b=x+y").orElseThrow().readings();

        assertThat(readings)
                .allSatisfy(reading -> assertThat(reading.get()).isSameAs(reading.get()))
                .extracting(Supplier::get)
                .doesNotHaveDuplicates();
    }

    /** With the token, one more. */
    private static Map<String, String> signed(int count) {
        var parameters = new LinkedHashMap<>(Map.of("timeStamp", "20260331011507482"));
        for (int i = 1; i < count; i++) {
            parameters.put("p" + i, "v");
        }
        return parameters;
    }

    private static TokenCheck query(Map<String, String> parameters) {
        return AuthToken.verify(Queries.of(parameters, AuthToken.sign(KEY, parameters)), KeyRing.of(KEY), NOW);
    }

    private static TokenCheck body(Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.put("authToken", AuthToken.sign(KEY, parameters));
        var json = all.entrySet().stream()
                .map(each -> "\"%s\":\"%s\"".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        return AuthToken.verifyBody(null, json.getBytes(UTF_8), KeyRing.of(KEY), NOW);
    }
}
