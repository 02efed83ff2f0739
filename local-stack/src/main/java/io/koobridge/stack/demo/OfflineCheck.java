package io.koobridge.stack.demo;

import io.koobridge.stack.process.StackFailure;
import io.koobridge.verifier.LicenseVerifier;
import io.koobridge.verifier.LicenseVerifier.Here;
import io.koobridge.verifier.LicenseVerifier.Reason;
import io.koobridge.verifier.LicenseVerifier.Result;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A seller's product checks a licence by the public keys that it carries (docs/license-format.md); it asks nobody. */
final class OfflineCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sheet sheet;
    private final LicenseVerifier verifier;

    private OfflineCheck(Sheet sheet, LicenseVerifier verifier) {
        this.sheet = sheet;
        this.verifier = verifier;
    }

    /** The keys are asked for once, as somebody does who builds a product. */
    static OfflineCheck of(Stage stage) {
        var keys = URI.create(stage.place().variable("KOOBRIDGE_LICENSE_URL")).resolve("/license-keys");
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(HttpRequest.newBuilder(keys).timeout(PATIENCE).build(), BodyHandlers.ofString());
            return new OfflineCheck(stage.sheet(), new LicenseVerifier(answer.body()));
        } catch (IOException e) {
            throw new StackFailure("The public keys are not told at " + keys + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the public keys were asked for", e);
        }
    }

    void accepts(String licence, Here here) {
        var result = verifier.verify(licence, here);
        sheet.check(
                "checked offline: " + said(result), result instanceof Result.Valid, "a valid licence, got " + result);
    }

    void refuses(String what, String licence, Here here, Reason reason) {
        var result = verifier.verify(licence, here);
        sheet.check(
                "%s: %s".formatted(what, said(result)), result.equals(new Result.Refused(reason)), reason.toString());
    }

    private static String said(Result result) {
        return switch (result) {
            case Result.Valid(var claims) ->
                "valid until %s, %d of %s"
                        .formatted(
                                claims.validUntil().map(Object::toString).orElse("ever"),
                                claims.quantity(),
                                claims.product().orElse("no product"));
            case Result.Refused(var reason) -> reason + ": " + reason.sentence();
        };
    }
}
