package io.koobridge.benchmark.load.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.key.AccessKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LicenseCallsTest {

    private static final AccessKey KEY = new AccessKey("test", "an-invented-key", null);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Pattern REQUEST = Pattern.compile(
            "POST /koogallery/license\\?signature=(?<signature>\\w+)&timestamp=(?<timestamp>\\d+)&nonce=(?<nonce>\\w+) HTTP/1\\.1\r\n"
                    + ".*Content-Length: (?<length>\\d+)\r\n\r\n(?<body>.*)",
            Pattern.DOTALL);

    private final LicenseCalls applications =
            new LicenseCalls(KEY, InstantSource.fixed(NOW), 1, List.of("first", "second"));

    @Test
    void everyCallIsSignedAsKooGalleryDoesAndAsLongAsItSays() {
        for (Matcher call : calls(20)) {
            byte[] body = call.group("body").getBytes(US_ASCII);
            assertThat(call.group("signature"))
                    .isEqualTo(BodySignature.sign(KEY, call.group("nonce"), call.group("timestamp"), body));
            assertThat(call.group("length")).isEqualTo(Integer.toString(body.length));
        }
    }

    @Test
    void eachIsAnApplicationOfItsOwnAndInstancesTakeTurns() {
        var calls = calls(20);

        assertThat(calls).extracting(call -> member(call, "eventId")).doesNotHaveDuplicates();
        assertThat(calls).extracting(call -> member(call, "deviceFingerprint")).doesNotHaveDuplicates();
        assertThat(calls.subList(0, 3))
                .extracting(call -> member(call, "instanceId"))
                .containsExactly("first", "second", "first");
    }

    private static String member(Matcher call, String name) {
        return call.group("body").replaceAll(".*\"%s\":\"([^\"]+)\".*".formatted(name), "$1");
    }

    private List<Matcher> calls(int count) {
        var calls = applications.next(count);
        return IntStream.range(0, count)
                .mapToObj(index -> REQUEST.matcher(calls.request(index).toString(US_ASCII)))
                .peek(matcher -> assertThat(matcher.matches()).isTrue())
                .toList();
    }
}
