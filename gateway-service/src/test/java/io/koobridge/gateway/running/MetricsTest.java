package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.koobridge.testkit.MetricsPage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The names of design §8, as Prometheus reads them. */
class MetricsTest extends GatewayTest {

    private static final int CALLERS = 32;

    @Test
    void operatorsFindWhatTheyWerePromised() {
        var call = Call.newInstance(CLOCK, "CS-METRICS");
        send(call).isProper();
        send(call.withKey("a-key-that-nobody-has")).isProper();

        var metrics = scrape();

        assertThat(metrics)
                .anyMatch(line -> line.startsWith("koobridge_callbacks_total{")
                        && line.contains("activity=\"newInstance\"")
                        && line.contains("address=\"/koogallery/saas\"")
                        && line.contains("result_code=\"000004\""))
                .anyMatch(line -> line.startsWith("koobridge_signature_rejected_total{")
                        && line.contains("reason=\"signature_mismatch\""))
                .anyMatch(line ->
                        line.startsWith("koobridge_signature_key_used_total{") && line.contains("key_id=\"base-1\""))
                .anyMatch(line -> line.startsWith("koobridge_callback_seconds_bucket{") && line.contains("le=\"3.0\""))
                .anyMatch(line -> line.startsWith("koobridge_publish_seconds_count{"));
    }

    /** Whoever sends these holds no key, or one of ours: none of them can make the gateway remember more. */
    @Test
    void nothingThatACallerSendsMakesASeriesOfItsOwn() throws InterruptedException {
        await("what other tests lost is told")
                .until(() -> GATEWAY.meters()
                                .get("koobridge.lost.calls.waiting")
                                .gauge()
                                .value()
                        == 0);
        oddCalls("warm-up", 200);
        var before = series();

        oddCalls("odd", 1_000);

        assertThat(series()).isEqualTo(before);
    }

    private static void oddCalls(String word, int count) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var calls = IntStream.range(0, count)
                    .<Callable<Reply>>mapToObj(i -> () -> send(odd(word + i, i)))
                    .toList();
            assertThat(threads.invokeAll(calls)).allMatch(call -> call.state() == Future.State.SUCCESS);
        }
    }

    private static Call odd(String odd, int i) {
        var call = Call.newInstance(CLOCK, odd);
        return switch (i % 10) {
            case 0 -> Call.of(CLOCK, "{\"activity\":\"%s\"}".formatted(odd));
            case 1 -> Call.of(CLOCK, "{\"activity\":{\"%s\":1}}".formatted(odd));
            case 2 -> call.withPath("/koogallery/" + odd);
            case 3 -> call.withPath("/" + odd + "/saas;" + odd);
            case 4 -> call.withKey(odd);
            case 5 -> call.withNonce(odd + "!");
            case 6 -> call.withTimestamp(odd);
            case 7 -> call.withMethod("ODD" + i);
            case 8 -> call.withHeader("Host: %s.example.com".formatted(odd));
            default -> call.withQuery("signature=%s&timestamp=%s&nonce=%s".formatted(odd, odd, odd));
        };
    }

    @Test
    void everyMetricHasItsLineInTheDocumentWithItsLabels() {
        send(Call.newInstance(CLOCK, "CS-DOCUMENTED")).isProper();

        var scrape = scrape();

        assertThat(scrape).anyMatch(line -> line.startsWith("koobridge_callbacks_total{"));
        assertThat(MetricsPage.read().contradictedBy(scrape)).isEmpty();
    }

    /** Of ours and of the doors: those of the JVM come and go by themselves. */
    private static Set<String> series() {
        return scrape().stream()
                .filter(line -> line.startsWith("koobridge_") || line.startsWith("http_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> scrape() {
        var request = "GET /actuator/prometheus HTTP/1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (var connection = Connection.to(GATEWAY.internalPort())) {
            return connection.send(request).readToEnd().lines().toList();
        }
    }
}
