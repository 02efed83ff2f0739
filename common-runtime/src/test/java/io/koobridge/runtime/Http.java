package io.koobridge.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests as anybody may send them. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    public static HttpResponse<String> get(URI url) {
        return send(HttpRequest.newBuilder(url));
    }

    /** With a service token. */
    public static HttpRequest.Builder trusted(URI url) {
        return HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + TestService.TOKEN)
                .header("Content-Type", "application/json");
    }

    public static HttpResponse<String> post(URI url, String json) {
        return send(trusted(url).POST(BodyPublishers.ofString(json)));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
