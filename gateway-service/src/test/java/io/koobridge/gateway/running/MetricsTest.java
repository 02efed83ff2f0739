package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The names of design §8, as Prometheus reads them. */
class MetricsTest extends GatewayTest {

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

    private static List<String> scrape() {
        var request = "GET /actuator/prometheus HTTP/1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (var connection = Connection.to(GATEWAY.internalPort())) {
            return connection.send(request).readToEnd().lines().toList();
        }
    }
}
