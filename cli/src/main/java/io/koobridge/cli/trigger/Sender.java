package io.koobridge.cli.trigger;

import io.koobridge.cli.trigger.Exchange.BodySignVerdict;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.response.BodySign;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends what was signed. */
final class Sender implements AutoCloseable {

    /** Longer than any call of the marketplace: what is late shall be seen. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AccessKey key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Sender(AccessKey key) {
        this.key = key;
    }

    /** The body goes out exactly as it was signed. */
    Exchange.Answer send(Exchange.Request request) throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(request.url()).timeout(PATIENCE).header("Accept", "application/json");
        if (request.body().isEmpty()) {
            builder.method(request.method(), BodyPublishers.noBody());
        } else {
            builder.header("Content-Type", "application/json;charset=utf8")
                    .method(request.method(), BodyPublishers.ofString(request.body()));
        }
        long begin = System.nanoTime();
        var answer = http.send(builder.build(), BodyHandlers.ofByteArray());
        return new Exchange.Answer(
                answer.statusCode(),
                BodySignVerdict.of(answer.headers().firstValue(BodySign.HEADER), answer.body(), key),
                new String(answer.body(), StandardCharsets.UTF_8),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    @Override
    public void close() {
        http.close();
    }
}
