package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.wire.Json;
import io.koobridge.license.domain.Delivery.Receipt;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.runtime.openapi.OpenApiAnswer;
import io.koobridge.runtime.openapi.OpenApiClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class MarketplaceDeliveryTest {

    private static final String EVENT = "b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c";
    private static final LicenseFile LICENCE = new LicenseFile("licence".getBytes(UTF_8), null);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<String> asked = new ArrayList<>();

    /** A marketplace that gives one answer. */
    private record Marketplace(Mono<OpenApiAnswer> answer, List<String> asked) implements OpenApiClient {

        @Override
        public OpenApiClient hiding(Map<String, String> names) {
            return this;
        }

        @Override
        public Mono<OpenApiAnswer> get(String operation, String subject, String path, Map<String, String> query) {
            throw new AssertionError("an upload is a POST");
        }

        @Override
        public Mono<OpenApiAnswer> post(
                String operation, String subject, String path, Map<String, String> headers, byte[] json) {
            throw new AssertionError("an upload is a form");
        }

        @Override
        public Mono<OpenApiAnswer> post(
                String operation, String subject, String path, String contentType, byte[] body) {
            asked.add("%s of %s: %s, %s, %s".formatted(operation, subject, path, contentType, new String(body, UTF_8)));
            return answer;
        }
    }

    @Test
    void theLicenceGoesToItsEvent() {
        assertThat(upload(success())).isEqualTo(new Receipt.Taken());

        var form = UploadForm.of(LICENCE, "unused");
        assertThat(asked)
                .containsExactly(
                        "license-upload of %1$s: /api/mkp-openapi-public/global/v1/market-event/%1$s/file, %2$s, %3$s"
                                .formatted(EVENT, form.contentType(), new String(form.bytes(), UTF_8)));
        assertThat(counted("0000")).isOne();
    }

    @Test
    void aFileWithoutANameIsCalledAfterItsEvent() {
        upload(EVENT, new LicenseFile(new byte[] {0}, null), Mono.just(success()));

        assertThat(asked.getFirst()).contains("\"file_name\":\"%s.lic\"".formatted(EVENT));
    }

    @ParameterizedTest
    @CsvSource({
        "0999, Perhaps",
        "0250, Again",
        "91381036, Perhaps",
        "0150, Refused",
        "0101, Refused",
        "91381033, Refused",
        "91381034, Refused",
        "91381035, Refused",
        "91381037, Refused",
        "91380150, Refused",
        "91381038, Denied"
    })
    void everyCodeOfTheProtocolIsUnderstood(String code, String receipt) {
        assertThat(upload(new OpenApiAnswer.Refused(code, "why")))
                .isEqualTo(
                        switch (receipt) {
                            case "Again" -> new Receipt.Again(code + ": why", false);
                            case "Perhaps" -> new Receipt.Again(code + ": why", true);
                            case "Denied" -> new Receipt.Denied(code + ": why");
                            default -> new Receipt.Refused(code, "why");
                        });
        assertThat(counted(code)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"91381099", "92020001", "9999", "a word"})
    void aCodeThatNobodyKnowsIsTriedAgain(String code) {
        assertThat(upload(new OpenApiAnswer.Refused(code, "why")))
                .isEqualTo(new Receipt.Again("unknown code %s: why".formatted(code), true));
        assertThat(counted("other")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "401, APIGW.0301, APIGW.0301",
        "403, APIGW.0302, APIGW.0302",
        "404, APIGW.0101, APIGW.0101",
        "413, APIGW.0201, APIGW.0201"
    })
    void whatOnlyAPersonCanChangeStops(int status, @Nullable String code, String told) {
        assertThat(upload(new OpenApiAnswer.GatewayRefused(status, code, "why")))
                .isEqualTo(new Receipt.Refused(told, "the gateway answered HTTP %d: why".formatted(status)));
        assertThat(counted("gateway")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "429, APIGW.0308",
        "500,",
        "502, APIGW.0201",
        "503,",
        "504, APIGW.0201",
        "404, APIGW.0103",
        "403,",
        "400,",
        "404,",
        "302,"
    })
    void whatPassesIsTriedAgain(int status, @Nullable String code) {
        assertThat(upload(new OpenApiAnswer.GatewayRefused(status, code, "why")))
                .isInstanceOfSatisfying(Receipt.Again.class, again -> assertThat(again.perhapsTaken())
                        .isEqualTo(status >= 500));
        assertThat(counted("gateway")).isOne();
    }

    @Test
    void aMarketplaceThatIsAwayIsAskedAgain() {
        assertThat(upload(new OpenApiAnswer.Unavailable("nobody there", true)))
                .isEqualTo(new Receipt.Again("nobody there", false));
        assertThat(upload(new OpenApiAnswer.Unavailable("no answer", false)))
                .isEqualTo(new Receipt.Again("no answer", true));
        assertThat(upload(EVENT, LICENCE, Mono.empty())).isInstanceOf(Receipt.Again.class);
        assertThat(counted("unavailable")).isEqualTo(3);
    }

    /** The event is the caller's word; it shall not choose another address. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../order/query", "a/b", "a?b", "a#b", "a%2Fb", "a b", "a\r\nb", "\u6f22"})
    void anEventThatIsNoPartOfAnAddressIsNotSent(String eventId) {
        assertThat(upload(eventId, LICENCE, Mono.just(success()))).isInstanceOf(Receipt.Refused.class);
        assertThat(asked).isEmpty();
        assertThat(counted("other")).isOne();
    }

    private static OpenApiAnswer success() {
        return new OpenApiAnswer.Success(Json.mapper().createObjectNode());
    }

    private Receipt upload(OpenApiAnswer answer) {
        return upload(EVENT, LICENCE, Mono.just(answer));
    }

    private Receipt upload(String eventId, LicenseFile licence, Mono<OpenApiAnswer> answer) {
        return new MarketplaceDelivery(new Marketplace(answer, asked), metrics).upload(eventId, licence);
    }

    private double counted(String code) {
        return metrics.counter("koobridge.license.uploads", "code", code).count();
    }
}
