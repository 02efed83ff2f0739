package io.koobridge.crypto.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.IAKSKSigner;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.openapi.SdkVectors.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** usage-and-open-api §7.2. */
class AkSkRequestSignerTest {

    private static final AccessKey CREDENTIALS = new AccessKey("EXAMPLEACCESSKEY0001", "example-secret", null);
    private static final Instant NOW = Instant.parse("2026-03-01T09:05:01.999Z");
    private static final URI ORDER_QUERY = URI.create("https://mkt.example.com/api/order/query?orderId=CS1");

    private final RequestSigner signer = new AkSkRequestSigner(CREDENTIALS, InstantSource.fixed(NOW));

    @TestFactory
    Stream<DynamicTest> eachVectorHasItsAuthorization() throws IOException {
        return SdkVectors.read().vectors().stream()
                .map(vector -> dynamicTest(
                        vector.id(), () -> assertThat(signerOf(vector).sign(request(vector)))
                                .containsExactlyInAnyOrderEntriesOf(Map.of(
                                        "Authorization",
                                        vector.expected().authorization(),
                                        "X-Sdk-Date",
                                        header(vector, "X-Sdk-Date")))));
    }

    @Test
    void theDateIsTheClocksInWholeSecondsUtc() {
        assertThat(signer.sign(SignableRequest.get(ORDER_QUERY))).containsEntry("X-Sdk-Date", "20260301T090501Z");
    }

    @Test
    void anotherHostHasAnotherSignature() {
        URI fallback = URI.create("https://mkt.example.org/api/order/query?orderId=CS1");

        assertThat(authorization(SignableRequest.get(fallback)))
                .isNotEqualTo(authorization(SignableRequest.get(ORDER_QUERY)));
    }

    @Test
    void aPortOfTheUriBelongsToTheSignedHost() {
        URI withPort = URI.create("http://127.0.0.1:8090/api/order/query");
        URI withoutPort = URI.create("http://127.0.0.1/api/order/query");

        assertThat(authorization(SignableRequest.get(withPort)))
                .isNotEqualTo(authorization(SignableRequest.get(withoutPort)));
    }

    @Test
    void headersAreSignedWithoutBlanksAroundTheirValues() {
        assertThat(authorization(post(Map.of("X-Stage", " RELEASE "), "{}")))
                .isEqualTo(authorization(post(Map.of("X-Stage", "RELEASE"), "{}")))
                .contains("SignedHeaders=host;x-sdk-date;x-stage,");
    }

    @Test
    void theBodysBytesAreSignedEvenIfTheyAreNoText() {
        var first = new SignableRequest("POST", ORDER_QUERY, Map.of(), new byte[] {(byte) 0xff});
        var second = new SignableRequest("POST", ORDER_QUERY, Map.of(), new byte[] {(byte) 0xfe});

        assertThat(authorization(first)).isNotEqualTo(authorization(second));
    }

    @Test
    void theSecretIsNotInTheHeaders() {
        assertThat(signer.sign(post(Map.of(), "{}")).values()).noneMatch(value -> value.contains("example-secret"));
    }

    private String authorization(SignableRequest request) {
        return Objects.requireNonNull(signer.sign(request).get("Authorization"));
    }

    private static SignableRequest post(Map<String, String> headers, String body) {
        return new SignableRequest("POST", ORDER_QUERY, headers, body.getBytes(UTF_8));
    }

    private static RequestSigner signerOf(Request vector) {
        var clock = InstantSource.fixed(
                LocalDateTime.parse(header(vector, "X-Sdk-Date"), DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
                        .toInstant(ZoneOffset.UTC));
        boolean signsContentType = vector.expected().signedHeaders().contains("content-type");
        IAKSKSigner library =
                signsContentType ? new ContentTypeSigner(header(vector, "Content-Type")) : AKSKSigner.getInstance();
        return new AkSkRequestSigner(library, new AccessKey(vector.accessKey(), vector.secretKey(), null), clock);
    }

    private static SignableRequest request(Request vector) {
        Map<String, String> headers = new HashMap<>(vector.headers());
        headers.remove("X-Sdk-Date");
        return new SignableRequest(
                vector.method(),
                URI.create(vector.url()),
                headers,
                vector.body().getBytes(UTF_8));
    }

    private static String header(Request vector, String name) {
        return Objects.requireNonNull(vector.headers().get(name));
    }
}
