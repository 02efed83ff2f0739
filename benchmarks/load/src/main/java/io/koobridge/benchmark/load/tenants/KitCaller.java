package io.koobridge.benchmark.load.tenants;

import io.koobridge.crypto.callback.kit.KitSignature;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Calls the gateway as the kit does, one call after the other. */
final class KitCaller implements AutoCloseable {

    private static final String ADDRESS = "/koogallery/saas/produceAPI/v2/";
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SUCCESS = "\"resultCode\":\"000000\"";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final AccessKey key;
    private final InstantSource clock;

    KitCaller(int port, AccessKey key, InstantSource clock) {
        this.port = port;
        this.key = key;
        this.clock = clock;
    }

    /**
     * From the first byte that is sent to the last one of the answer; signing is not part of it.
     *
     * @throws StackFailure for an answer that is no success
     */
    Duration call(String call, byte[] body) throws InterruptedException {
        var nonce = UUID.randomUUID().toString();
        var timestamp = Long.toString(clock.millis());
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s%s".formatted(port, ADDRESS, call)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(KitSignature.SIGN, KitSignature.sign(key, nonce, timestamp, body))
                .header(KitSignature.TIMESTAMP, timestamp)
                .header(KitSignature.NONCE, nonce)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        long begin = System.nanoTime();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var took = Duration.ofNanos(System.nanoTime() - begin);
            if (!answer.body().contains(SUCCESS)) {
                throw new StackFailure("%s was answered %s".formatted(call, answer.body()));
            }
            return took;
        } catch (IOException e) {
            throw new StackFailure("%s was not answered: %s".formatted(call, e), e);
        }
    }

    /** As a person does who is told to call again: what has just started may be too slow for its own deadline. */
    void callUntilTaken(String call, Supplier<byte[]> body) throws InterruptedException {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                var _ = call(call, body.get());
                return;
            } catch (StackFailure _) {
                // The last attempt says why.
            }
        }
        var _ = call(call, body.get());
    }

    @Override
    public void close() {
        http.close();
    }
}
