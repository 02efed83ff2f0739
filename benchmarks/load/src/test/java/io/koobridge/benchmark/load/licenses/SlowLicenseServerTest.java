package io.koobridge.benchmark.load.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowLicenseServerTest {

    @Test
    void aLicenceIsWorkedOnUntilItsTimeIsOverAndCountedOnce() throws Exception {
        try (var slow = new SlowLicenseServer(Duration.ofSeconds(30));
                var quick = new SlowLicenseServer(Duration.ZERO)) {
            assertThat(ask(slow)).isEqualTo("{\"status\":\"WORKING\",\"retryAfterSeconds\":30}");
            assertThat(ask(slow)).contains("WORKING");
            assertThat(ask(quick)).contains("WORKING");
            assertThat(ask(quick)).isEqualTo("{\"status\":\"ISSUED\",\"license\":\"EXAMPLE-lic1\"}");
            assertThat(slow.ordered()).isEqualTo(1);
        }
    }

    private static String ask(SlowLicenseServer server) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(server.url()))
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"call\":\"ISSUE\",\"licenseId\":\"lic1\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
