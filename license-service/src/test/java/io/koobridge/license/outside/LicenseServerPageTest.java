package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookVerification;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.Issuer.Answer;
import io.koobridge.license.domain.Issuer.Revocation;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.testkit.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/license-server.md shows is what KooBridge sends and understands. */
@Timeout(60)
@Tag("promise:contract-is-true")
class LicenseServerPageTest {

    private static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";
    private static final String PAGE = read("../docs/license-server.md");
    private static final LicenseOrder ORDER = new LicenseOrder(
            "lic4zq2mhx7c5tk3vbnwd6sypjrae2ufgio",
            "kbeupfxwb6nabtghe7pnnbdqow3a2jvou3as4q",
            "b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c",
            new OrderKey("CS2601010001LICNS", "CS2601010001LICNS-000001", null),
            "OFFI900000000000000001",
            "sku-basic-01",
            1,
            new LicenseOrder.Customer("688055390f3049f283fe9f1aa90f7ef1", "Example Ltd"),
            "0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001",
            Instant.parse("2026-01-05T00:00:00Z"),
            Instant.parse("2027-01-05T00:00:00Z"),
            Instant.parse("2026-01-04T08:00:00Z"));

    @Test
    void theCallIsWhatIsSent() {
        assertThat(Json.mapper().readTree(LicenseCall.ISSUE.body(ORDER)))
                .isEqualTo(Json.mapper().readTree(block(PAGE, "issue")));
        assertThat(new String(LicenseCall.REVOKE.body(ORDER), UTF_8)).contains("\"call\":\"REVOKE\"");
    }

    @Test
    void theAnswersAreUnderstood() {
        assertThat(IssuerAnswer.issued(bytes("issued-text")))
                .isEqualTo(new Answer.Issued(new LicenseFile("EXAMPLE-LICENCE-1042".getBytes(UTF_8), null)));
        assertThat(IssuerAnswer.issued(bytes("issued-file")))
                .isEqualTo(new Answer.Issued(new LicenseFile("EXAMPLE".getBytes(UTF_8), "example.lic")));
        assertThat(IssuerAnswer.issued(bytes("working"))).isEqualTo(new Answer.Working(Duration.ofSeconds(30)));
        assertThat(IssuerAnswer.issued(bytes("refused")))
                .isEqualTo(new Answer.Refused("This device is on the block list."));
        assertThat(IssuerAnswer.revoked(bytes("revoked"))).isEqualTo(new Revocation.Done());
    }

    @Test
    void everyMemberIsExplained() {
        var words = Pattern.compile("`([^`\\n]+)`")
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .toList();
        var members = Stream.of(LicenseOrder.class, IssuerAnswer.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getName())
                // Shown in the answers' examples.
                .filter(name -> !List.of("status", "license", "contentBase64").contains(name))
                .toList();

        assertThat(words).containsAll(members).contains("call", "ISSUE", "REVOKE");
    }

    @Test
    void theCallBackByHandIsSignedAsAgreed(@TempDir Path directory) throws Exception {
        for (var tool : List.of("curl", "openssl")) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin", tool)), tool + " is not installed");
        }
        var results = new LinkedBlockingQueue<FakeServer.Request>();
        try (var koobridge = new FakeServer(request -> {
            results.add(request);
            return new FakeServer.Response(204, "");
        })) {
            var script = directory.resolve("post.sh");
            Files.writeString(script, block(read("../docs/product-contract.md"), "post.sh"));
            assertThat(script.toFile().setExecutable(true)).isTrue();
            var command = block(PAGE, "post-result").replace("http://127.0.0.1:8082", koobridge.url());
            var shell = new ProcessBuilder("sh", "-c", command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            shell.environment().putAll(Map.of("KOOBRIDGE_WEBHOOK_SECRET", SECRET));
            var process = shell.start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();

            var result = results.poll(10, TimeUnit.SECONDS);

            assertThat(result).isNotNull();
            assertThat(result.path()).isEqualTo("/license-results");
            assertThat(Json.mapper().readTree(result.body()))
                    .isEqualTo(Json.mapper().readTree(block(PAGE, "result")));
            assertThat(new WebhookSecrets(List.of(WebhookSecret.parse(SECRET)))
                            .verify(result.headers()::get, result.body().getBytes(UTF_8), Instant.now()))
                    .isInstanceOf(WebhookVerification.Verified.class);
        }
    }

    private static byte[] bytes(String block) {
        return block(PAGE, block).getBytes(UTF_8);
    }

    private static String block(String page, String name) {
        var matcher = Pattern.compile(
                        "^```[a-z]+ " + Pattern.quote(name) + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no block " + name);
        }
        return matcher.group(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
