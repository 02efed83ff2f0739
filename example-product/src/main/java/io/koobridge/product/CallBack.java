package io.koobridge.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells KooBridge how work ended. If that never succeeds, KooBridge asks again by itself. */
final class CallBack {

    private static final int ATTEMPTS = 6;

    /** 204: taken. The others: it never will be, or nobody is interested any more. All that is not here is sent again. */
    private static final Set<Integer> FINAL = Set.of(204, 400, 401, 404, 409, 413, 422);

    /** It follows no redirects. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI url;
    private final Webhook webhook;

    CallBack(URI url, Webhook webhook) {
        this.url = url;
        this.webhook = webhook;
    }

    /** The answer to a call, and which call it is about. */
    void send(Call call, Map<String, @Nullable Object> answer) {
        var result = new LinkedHashMap<String, @Nullable Object>(answer);
        result.put("instanceId", call.instanceId());
        result.put("generation", call.generation());
        var body = Json.write(result).getBytes(UTF_8);
        var messageId = "result-%s-%d".formatted(call.instanceId().replace('.', '-'), call.generation());
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                int status = status(messageId, body);
                System.out.printf("  told KooBridge about generation %d: %d%n", call.generation(), status);
                if (FINAL.contains(status)) {
                    return;
                }
                Thread.sleep(Duration.ofSeconds(1L << attempt));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int status(String messageId, byte[] body) throws InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        webhook.headers(messageId, Instant.now(), body).forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
