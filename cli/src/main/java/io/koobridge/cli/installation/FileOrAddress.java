package io.koobridge.cli.installation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Reads what an option names: a file, or what anybody may read at an address. */
public final class FileOrAddress {

    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int SERVER_ERRORS = 5;

    private FileOrAddress() {}

    /**
     * The whole content as UTF-8.
     *
     * @throws IllegalArgumentException when a file cannot be read, or something is too long
     * @throws ServiceException when nobody answers at the address, or it refuses
     */
    public static String text(String fileOrAddress) {
        return fileOrAddress.matches("(?i)https?://.*") ? fetched(fileOrAddress) : Files.text(fileOrAddress);
    }

    private static String fetched(String address) {
        try (var http = HttpClient.newBuilder().connectTimeout(WITHIN).build()) {
            var request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(WITHIN).build();
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                int status = response.statusCode();
                if (status == OK) {
                    return new String(Files.bytes(body, address), UTF_8);
                }
                var told = "%s answered HTTP %d".formatted(address, status);
                throw status / 100 == SERVER_ERRORS
                        ? ServiceException.away(told, null)
                        : ServiceException.refused(told);
            }
        } catch (IOException e) {
            throw ServiceException.away("Nobody answers at %s: %s".formatted(address, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ServiceException.away("Interrupted while waiting for " + address, e);
        }
    }
}
