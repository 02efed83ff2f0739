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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PurchasesTest {

    private static final AccessKey KEY = new AccessKey("test", "an-invented-key", null);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Pattern REQUEST = Pattern.compile(
            "POST /koogallery/saas\\?signature=(?<signature>\\w+)&timestamp=(?<timestamp>\\d+)&nonce=(?<nonce>\\w+) HTTP/1\\.1\r\n"
                    + ".*Content-Length: (?<length>\\d+)\r\n\r\n(?<body>.*)",
            Pattern.DOTALL);

    private final Purchases purchases = new Purchases(KEY, InstantSource.fixed(NOW), 1);

    @Test
    void everyCallIsSignedAsKooGalleryDoesAndAsLongAsItSays() {
        for (Matcher call : calls(purchases.next(20))) {
            byte[] body = call.group("body").getBytes(US_ASCII);
            assertThat(call.group("signature"))
                    .isEqualTo(BodySignature.sign(KEY, call.group("nonce"), call.group("timestamp"), body));
            assertThat(call.group("timestamp")).isEqualTo(Long.toString(NOW.toEpochMilli()));
            assertThat(call.group("length")).isEqualTo(Integer.toString(body.length));
        }
    }

    @Test
    void noOrderAndNoNonceComesTwice() {
        var all = Stream.concat(calls(purchases.next(50)).stream(), calls(purchases.next(50)).stream())
                .toList();

        assertThat(all).extracting(call -> call.group("nonce")).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(call -> call.group("body").replaceAll(".*\"orderId\":\"(\\w+)\".*", "$1"))
                .doesNotHaveDuplicates()
                .allMatch(order -> order.startsWith("CS"));
    }

    private static List<Matcher> calls(Calls calls) {
        return Stream.iterate(0, index -> index < calls.count(), index -> index + 1)
                .map(index -> REQUEST.matcher(calls.request(index).toString(US_ASCII)))
                .peek(matcher -> assertThat(matcher.matches()).isTrue())
                .toList();
    }
}
