package io.koobridge.runtime.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.openapi.AkSkRequestSigner;
import io.koobridge.crypto.openapi.SignableRequest;
import io.koobridge.events.journal.JournalEntry.OutsideCalled;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.openapi.OpenApiAnswer.GatewayRefused;
import io.koobridge.runtime.openapi.OpenApiAnswer.Refused;
import io.koobridge.runtime.openapi.OpenApiAnswer.Success;
import io.koobridge.runtime.openapi.OpenApiAnswer.Unavailable;
import io.koobridge.runtime.outside.TestSystems;
import io.koobridge.testkit.FakeServer;
import io.koobridge.testkit.FakeServer.Response;
import io.koobridge.testkit.FreePorts;
import io.koobridge.testkit.MutableClock;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OpenApiClientTest {

    private static final String PATH = "/api/mkp-openapi-public/global/v1/order/query";
    private static final String ACCESS_KEY = "AKEXAMPLE";
    private static final String SECRET_KEY = "sk-example-not-real";
    private static final Response SUCCESS = new Response(200, "{\"resultCode\":\"MKT.0000\"}");
    private static final byte[] BODY = "{\"license\":\"köö\"}".getBytes(UTF_8);

    private static final byte[] FORM = "--lic-b1\r\n\r\nköö\r\n--lic-b1--\r\n".getBytes(UTF_8);

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-01T09:05:01Z"));
    private final RecordingJournal journal = new RecordingJournal();

    @Test
    void aQueryIsSignedForItsHostAndSentAsItWasSigned() {
        try (var marketplace = new FakeServer(_ -> SUCCESS)) {
            var answer = get(client(marketplace.uri(), null), Map.of("orderLineId", "CS1-000001", "orderId", "C S+1*"));

            assertThat(answer).isInstanceOf(Success.class);
            assertThat(marketplace.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("GET");
                assertThat(request.uri()).isEqualTo(URI.create(PATH + "?orderId=C%20S%2B1%2A&orderLineId=CS1-000001"));
                assertThat(request.headers())
                        .containsEntry("x-sdk-date", "20260301T090501Z")
                        .containsEntry("content-type", "application/json")
                        .containsEntry("host", marketplace.uri().getAuthority())
                        .containsAllEntriesOf(signature(marketplace.uri().resolve(request.uri())));
            });
        }
    }

    @Test
    void aBodyIsSentByteForByteWithTheCallersHeaders() {
        try (var marketplace = new FakeServer(_ -> SUCCESS)) {
            var answer = client(marketplace.uri(), null)
                    .post("usage-push", "kb1", "/api/push", Map.of("nonce", "n-1"), BODY)
                    .block(Duration.ofSeconds(30));

            assertThat(answer).isInstanceOf(Success.class);
            var request = marketplace.requests().getFirst();
            assertThat(request.body()).isEqualTo(new String(BODY, UTF_8));
            assertThat(request.headers()).containsEntry("nonce", "n-1");
            assertThat(request.headers().get("authorization")).contains("SignedHeaders=host;nonce;x-sdk-date");
        }
    }

    /** The signature is made once more by the JDK alone, as usage-and-open-api §7.1 writes it down. */
    @Test
    void aFormIsSentByteForByteAndSignedOverItsVeryBytes() throws Exception {
        var type = "multipart/form-data; boundary=lic-b1";
        try (var marketplace = new FakeServer(_ -> new Response(200, "{\"error_code\":\"CBC.0000\"}"))) {
            var answer = client(marketplace.uri(), null)
                    .post("upload", "ev-1", "/api/market-event/ev-1/file", type, FORM)
                    .block(Duration.ofSeconds(30));

            assertThat(answer).isInstanceOf(Success.class);
            var request = marketplace.requests().getFirst();
            assertThat(request.body()).isEqualTo(new String(FORM, UTF_8));
            assertThat(request.headers())
                    .containsEntry("content-type", type)
                    .containsEntry("content-length", Integer.toString(FORM.length))
                    .containsEntry(
                            "authorization",
                            "SDK-HMAC-SHA256 Access=%s, SignedHeaders=host;x-sdk-date, Signature=%s"
                                    .formatted(
                                            ACCESS_KEY,
                                            independentSignature(
                                                    "/api/market-event/ev-1/file/",
                                                    marketplace.uri().getAuthority())));
        }
    }

    private static String independentSignature(String path, String host) throws GeneralSecurityException {
        var hex = HexFormat.of();
        var sha256 = MessageDigest.getInstance("SHA-256");
        var canonical = String.join(
                "\n",
                "POST",
                path,
                "",
                "host:" + host,
                "x-sdk-date:20260301T090501Z",
                "",
                "host;x-sdk-date",
                hex.formatHex(sha256.digest(FORM)));
        var toSign = "SDK-HMAC-SHA256\n20260301T090501Z\n" + hex.formatHex(sha256.digest(canonical.getBytes(UTF_8)));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET_KEY.getBytes(UTF_8), "HmacSHA256"));
        return hex.formatHex(mac.doFinal(toSign.getBytes(UTF_8)));
    }

    @Test
    void aRefusalIsAnAnswerAndStandsInTheTimeline() {
        try (var marketplace =
                new FakeServer(_ -> new Response(406, "{\"resultCode\":\"MKT. 0250\",\"resultMsg\":\"overlimit\"}"))) {
            assertThat(get(client(marketplace.uri(), null), Map.of()))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.detail())
                            .isEqualTo("0250 overlimit"));
        }

        assertThat(journal.entriesAbout("kb1")).singleElement().isInstanceOfSatisfying(OutsideCalled.class, told -> {
            assertThat(told.system()).isEqualTo("koogallery");
            assertThat(told.operation()).isEqualTo("order-query");
            assertThat(told.outcome()).isEqualTo("refused");
            assertThat(told.detail()).isEqualTo("0250 overlimit");
        });
    }

    @Test
    void aSignatureThatTheGatewayDoesNotAcceptIsExplainedInTheLogWithoutKeys(CapturedOutput log) {
        var canonical = "canonicalRequest:GET|/api/|orderId=CS1|host:x||host;x-sdk-date|e3b0 access AKEXAMPLE";
        try (var marketplace = new FakeServer(_ -> new Response(
                401,
                "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"%s\",\"request_id\":\"r1\"}".formatted(canonical)))) {
            assertThat(get(client(marketplace.uri(), null), Map.of()))
                    .isInstanceOfSatisfying(GatewayRefused.class, refused -> {
                        assertThat(refused.httpStatus()).isEqualTo(401);
                        assertThat(refused.code()).isEqualTo("APIGW.0301");
                    });
        }

        assertThat(log)
                .contains("GET|/api/|orderId=CS1|", "koobridge.open-api.access-key")
                .doesNotContain(ACCESS_KEY)
                .doesNotContain(SECRET_KEY);
    }

    @Test
    void aServerErrorIsTheGatewaysRefusal() {
        try (var marketplace = new FakeServer(_ -> new Response(503, ""))) {
            assertThat(get(client(marketplace.uri(), null), Map.of())).isEqualTo(new GatewayRefused(503, null, ""));
        }
    }

    @Tag("promise:queries-are-sent-once")
    @Test
    void aHostThatIsNotReachedIsReplacedByTheOtherForWhichTheCallIsSignedAnew() {
        var unreached = URI.create("http://127.0.0.1:" + FreePorts.next());
        try (var second = new FakeServer(_ -> SUCCESS)) {
            var answer = get(client(unreached, second.uri()), Map.of("orderId", "CS1"));

            assertThat(answer).isInstanceOf(Success.class);
            assertThat(second.requests()).singleElement().satisfies(request -> {
                assertThat(request.headers())
                        .containsEntry("host", second.uri().getAuthority())
                        .containsAllEntriesOf(signature(second.uri().resolve(request.uri())));
                assertThat(request.headers().get("authorization"))
                        .isNotEqualTo(
                                signature(unreached.resolve(request.uri())).get("authorization"));
            });
            assertThat(journal.entriesOf(OutsideCalled.class)).hasSize(1);
        }
    }

    @Test
    void aHostWithACertificateThatNobodyVouchesForIsNotReached() throws Exception {
        try (var impostor = new SelfSignedServer();
                var second = new FakeServer(_ -> SUCCESS)) {
            assertThat(get(client(impostor.url(), null), Map.of()))
                    .isInstanceOfSatisfying(
                            Unavailable.class, unavailable -> assertThat(unavailable.certainNotProcessed())
                                    .isTrue());
            assertThat(get(client(impostor.url(), second.uri()), Map.of())).isInstanceOf(Success.class);
            assertThat(impostor.requests()).isZero();
        }
    }

    @Tag("promise:queries-are-sent-once")
    @Test
    void aHostThatTakesTheCallAndDoesNotAnswerIsNotReplaced() {
        try (var first = FakeServer.thatHangs();
                var second = new FakeServer(_ -> SUCCESS)) {
            var answer = get(client(first.uri(), second.uri(), Duration.ofSeconds(5)), Map.of());

            assertThat(answer).isEqualTo(new Unavailable("koogallery did not answer in time", false));
            assertThat(first.requests()).hasSize(1);
            assertThat(second.requests()).isEmpty();
        }
    }

    @Test
    void aHostThatAnswersWithAnErrorIsNotReplaced() {
        try (var first = new FakeServer(_ -> new Response(502, ""));
                var second = new FakeServer(_ -> SUCCESS)) {
            assertThat(get(client(first.uri(), second.uri()), Map.of())).isInstanceOf(GatewayRefused.class);
            assertThat(second.requests()).isEmpty();
        }
    }

    @Test
    void whenNoHostIsReachedTheCallWasCertainlyNotProcessed() {
        var client = client(
                URI.create("http://127.0.0.1:" + FreePorts.next()), URI.create("http://127.0.0.1:" + FreePorts.next()));

        assertThat(get(client, Map.of())).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.certainNotProcessed()).isTrue();
            assertThat(unavailable.why()).contains("was not reached");
        });
    }

    @Test
    void aPathThatCannotBeSignedOneWayOnlyIsNotSent() {
        try (var marketplace = new FakeServer(_ -> SUCCESS)) {
            var answer = client(marketplace.uri(), null)
                    .get("upload", "kb1", "/market-event/a%2Fb/file", Map.of())
                    .block(Duration.ofSeconds(30));

            assertThat(answer).isInstanceOfSatisfying(Unavailable.class, unavailable -> assertThat(
                            unavailable.certainNotProcessed())
                    .isTrue());
            assertThat(marketplace.requests()).isEmpty();
        }
    }

    private OpenApiClient client(URI url, @Nullable URI fallback) {
        return client(url, fallback, Duration.ofSeconds(20));
    }

    private OpenApiClient client(URI url, @Nullable URI fallback, Duration callTimeout) {
        var properties = new OpenApiProperties(url, fallback, ACCESS_KEY, SECRET_KEY, callTimeout);
        return new OpenApiAutoConfiguration().openApiClient(properties, TestSystems.reportingTo(journal), clock);
    }

    private static OpenApiAnswer get(OpenApiClient client, Map<String, String> query) {
        return Objects.requireNonNull(
                client.get("order-query", "kb1", PATH, query).block(Duration.ofSeconds(30)));
    }

    private Map<String, String> signature(URI uri) {
        var signer = new AkSkRequestSigner(new AccessKey(ACCESS_KEY, SECRET_KEY, null), clock);
        return Map.of(
                "authorization",
                Objects.requireNonNull(signer.sign(SignableRequest.get(uri)).get("Authorization")));
    }
}
