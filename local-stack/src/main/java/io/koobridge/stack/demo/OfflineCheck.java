package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import io.koobridge.verifier.LicenseVerifier.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A licence and the public keys as two files, and what the command line says to them: it asks nobody, so they may be carried to
 * a machine without a network (docs/license-format.md).
 */
final class OfflineCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String KEYS = "keys.json";

    private final Stage stage;
    private final Path directory;
    private final Path licence;
    private final Path changed;

    private OfflineCheck(Stage stage, Path directory, String name) {
        this.stage = stage;
        this.directory = directory;
        this.licence = directory.resolve(name + ".txt");
        this.changed = directory.resolve(name + "-changed.txt");
    }

    /** Written where they stay until the next demo. The keys are asked for once, as somebody does who builds a product. */
    static OfflineCheck of(Stage stage, String name, String licence) {
        var check = new OfflineCheck(stage, stage.place().home().resolve("offline"), name);
        try {
            Files.createDirectories(check.directory);
            Files.writeString(check.directory.resolve(KEYS), publicKeys(stage));
            Files.writeString(check.licence, licence);
            Files.writeString(check.changed, withOneByteChanged(licence));
        } catch (IOException e) {
            throw new StackFailure("No licence can be written to %s: %s".formatted(check.directory, e), e);
        }
        stage.sheet()
                .note("A device without a network needs two files, %s.txt and %s, which stay in %s"
                        .formatted(name, KEYS, shown(check.directory)));
        return check;
    }

    void accepts(String... device) {
        var said = verified(licence, device);
        stage.sheet()
                .check(
                        "checked offline: it is valid",
                        said.exit() == 0 && said.output().contains("The licence is valid."),
                        "a valid licence, got exit " + said.exit());
    }

    void refuses(String what, Reason reason, String... device) {
        refuses(licence, what, reason, device);
    }

    void refusesWhenOneByteIsChanged(String... device) {
        refuses(changed, "one byte changed", Reason.BAD_SIGNATURE, device);
    }

    private void refuses(Path file, String what, Reason reason, String... device) {
        var said = verified(file, device);
        stage.sheet()
                .check(
                        "%s: it is refused".formatted(what),
                        said.exit() == 1 && said.output().startsWith(reason + ": "),
                        "%s, got exit %d".formatted(reason, said.exit()));
    }

    private Cli.Said verified(Path file, String... device) {
        var command = Stream.of("license", "verify", shown(file), "--keys", shown(directory.resolve(KEYS)));
        return stage.said(Stream.concat(command, Stream.of(device)).toList());
    }

    /** As it is typed where the demo was. */
    private static String shown(Path path) {
        var here = Path.of("").toAbsolutePath();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    /** In its middle, which is in the claims. */
    private static String withOneByteChanged(String licence) {
        int at = licence.length() / 2;
        return licence.substring(0, at) + (licence.charAt(at) == 'A' ? 'B' : 'A') + licence.substring(at + 1);
    }

    private static String publicKeys(Stage stage) {
        var keys = URI.create(stage.place().variable("KOOBRIDGE_LICENSE_URL")).resolve("/license-keys");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(keys).timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new StackFailure("The public keys are not told at " + keys + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the public keys were asked for", e);
        }
    }
}
