package io.koobridge.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.signing.AccessKeyVectors.Vector;
import io.koobridge.simulator.signing.AccessVerdict.Passed;
import io.koobridge.simulator.signing.AccessVerdict.Refused;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyVerifierTest {

    static Stream<Vector> vectors() throws IOException {
        return AccessKeyVectors.all();
    }

    @Test
    void allSixVectorsAreThere() throws IOException {
        assertThat(vectors()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsTheVector(Vector vector) {
        assertThat(verify(vector, Duration.ZERO)).isInstanceOf(Passed.class);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void buildsTheCanonicalRequestOfTheVectorAndShowsItInTheRefusal(Vector vector) {
        Vector otherKey = new Vector(
                vector.id(), vector.accessKey(), "another", vector.date(), vector.canonical(), vector.request());

        assertThat(verify(otherKey, Duration.ZERO))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.message())
                        .endsWith("canonical request: " + vector.canonical().replace('\n', '|')));
    }

    @ParameterizedTest
    @ValueSource(longs = {-900, 900})
    void toleratesFifteenMinutes(long seconds) throws IOException {
        assertThat(verify(orderQuery(), Duration.ofSeconds(seconds))).isInstanceOf(Passed.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-901, 901})
    void refusesAClockThatIsFurtherAway(long seconds) throws IOException {
        assertThat(verify(orderQuery(), Duration.ofSeconds(seconds)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.message()).contains("15 minutes"));
    }

    @Test
    void refusesAChangedQuery() throws IOException {
        Vector vector = orderQuery();
        ReceivedRequest request = vector.request();

        var verdict = verify(
                vector.with(new ReceivedRequest(
                        request.method(), request.rawPath(), "orderId=OTHER", request.headers(), request.body())),
                Duration.ZERO);

        assertThat(verdict).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAChangedBody() throws IOException {
        Vector vector = orderQuery();
        ReceivedRequest request = vector.request();

        var verdict = verify(
                vector.with(new ReceivedRequest(
                        request.method(), request.rawPath(), request.rawQuery(), request.headers(), new byte[] {1})),
                Duration.ZERO);

        assertThat(verdict).isInstanceOf(Refused.class);
    }

    @Test
    void refusesAnotherAccessKey() throws IOException {
        Vector vector = orderQuery();

        var verdict = new AccessKeyVerifier("OTHER", vector.secretKey(), clockOf(vector, Duration.ZERO))
                .verify(vector.request());

        assertThat(verdict).isInstanceOf(Refused.class);
    }

    @Test
    void refusesARequestWithoutAuthorization() throws IOException {
        assertThat(verify(withHeader(orderQuery(), "authorization", null), Duration.ZERO))
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesADateThatIsNotSigned() throws IOException {
        Vector vector = withHeader(
                orderQuery(),
                "authorization",
                "SDK-HMAC-SHA256 Access=EXAMPLEACCESSKEY0001, SignedHeaders=host, Signature=" + "0".repeat(64));

        assertThat(verify(vector, Duration.ZERO))
                .isEqualTo(new Refused("Incorrect IAM authentication information: x-sdk-date must be signed"));
    }

    @Test
    void refusesASignedHeaderThatDidNotArrive() throws IOException {
        assertThat(verify(withHeader(orderQuery(), "host", null), Duration.ZERO))
                .isEqualTo(new Refused("Incorrect IAM authentication information: signed header host is missing"));
    }

    @Test
    void refusesADateInAnotherForm() throws IOException {
        assertThat(verify(withHeader(orderQuery(), "x-sdk-date", "2026-03-01T09:05:01Z"), Duration.ZERO))
                .isInstanceOf(Refused.class);
    }

    private static Vector orderQuery() throws IOException {
        return vectors()
                .filter(vector -> vector.id().equals("order-query-get"))
                .findFirst()
                .orElseThrow();
    }

    private static Vector withHeader(Vector vector, String name, @Nullable String value) {
        Map<String, List<String>> headers = new HashMap<>(vector.request().headers());
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, List.of(value));
        }
        ReceivedRequest request = vector.request();
        return vector.with(
                new ReceivedRequest(request.method(), request.rawPath(), request.rawQuery(), headers, request.body()));
    }

    private static AccessVerdict verify(Vector vector, Duration late) {
        return new AccessKeyVerifier(vector.accessKey(), vector.secretKey(), clockOf(vector, late))
                .verify(vector.request());
    }

    private static Clock clockOf(Vector vector, Duration late) {
        Instant signed = LocalDateTime.parse(vector.date(), DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'"))
                .toInstant(ZoneOffset.UTC);
        return Clock.fixed(signed.plus(late), ZoneOffset.UTC);
    }
}
