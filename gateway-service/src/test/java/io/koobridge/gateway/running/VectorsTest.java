package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.events.instance.InstanceFact.TermChanged;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of saas-v2 §7.6, sent to the running gateway. */
class VectorsTest extends GatewayTest {

    private static final String A_BODY = """
            {"activity":"newInstance","businessId":"5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10","orderId":"CS2410271530ABCDE","orderLineId":"CS2410271530ABCDE-000001","testFlag":"1"}""";
    private static final String A_SIGNATURE = "0339ab31a07b901b115112633b5e3e961ba6be8e63ffde3f231da75a2a48662f";
    private static final String D_BODY = """
            {
              "orderId": "CS2410271530ABCDE",
              "activity": "newInstance",
              "testFlag": null,
              "orderLineId": "CS2410271530ABCDE-000001",
              "businessId": "5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10"
            }""";

    @ParameterizedTest
    @ValueSource(strings = {A_SIGNATURE, "0339AB31A07B901B115112633B5E3E961BA6BE8E63FFDE3F231DA75A2A48662F"})
    void vectorAIsAcceptedInEitherCase(String signature) {
        assertThat(a(signature).code()).isEqualTo("000000");
    }

    @Tag("promise:only-the-signed")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13805918499a28b0dc28d01982d7027153f04a011c430d92ea11d6e9ec797686",
                "dd8c5d68340d43f5ca862fd309aebf2ff1b140350db682fd4f1a3eea3d0953d9"
            })
    void theWrongReadingsOfTheFormulaAreRejected(String signature) {
        assertThat(a(signature).code()).isEqualTo("000001");
    }

    @Tag("promise:clock-window")
    @ParameterizedTest
    @CsvSource({
        "1730000060123, 000000",
        "1730000060124, 000002",
        "1729999940123, 000000",
        "1729999940122, 000002",
    })
    void theClockMayDifferBySixtySecondsEitherWay(long now, String code) {
        CLOCK.set(Instant.ofEpochMilli(now));

        assertThat(a(A_SIGNATURE).code()).isEqualTo(code);
    }

    @Test
    void vectorBIsARenewal() {
        var reply = vector(
                "0F1E2D3C4B5A69788796A5B4C3D2E1F00F1E2D3C4B5A69788796A5B4C3D2E1F0",
                1761555600000L,
                "c551e1a739191ebdc2017efbc9df65dd7983dc6d5dbfc22e1cbcb0faa0d7ba62",
                """
                {"activity":"refreshInstance","expireTime":"20261027155959","instanceId":"5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10","orderId":"CS2510270900FGHIJ","orderLineId":"CS2510270900FGHIJ-000001","productId":"OFFI900000000000000001","scene":"RENEWAL"}""");

        assertSucceeded(reply, "refreshInstance");
        assertThat(PROVISIONING.admissions()).singleElement().satisfies(fact -> assertThat(fact.data())
                .isEqualTo(new TermChanged(
                        TermChange.RENEWAL,
                        new OrderKey("CS2510270900FGHIJ", "CS2510270900FGHIJ-000001", null),
                        "OFFI900000000000000001",
                        Instant.parse("2026-10-27T15:59:59Z"),
                        false)));
    }

    @Test
    void vectorCIsAQuestionForTheProduct() {
        var reply = vector(
                "aB3dE5fG7hJ9kL1m",
                1761642000500L,
                "ff5c4d61ad2735eb1ee56b364f1e523db5c01a817ec69ace1423845d0b2ce3b3",
                """
                {"activity":"changeInstanceCheck","instanceId":"5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10","productInfo":{"skuCode":"sku-pro-01","productId":"OFFI900000000000000002","linearValue":50}}""");

        assertSucceeded(reply, "changeInstanceCheck");
        assertThat(PROVISIONING.checks())
                .containsExactly(new ChangeCheck.Question(
                        InstanceKind.SAAS,
                        "5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10",
                        "OFFI900000000000000002",
                        "sku-pro-01",
                        50L));
    }

    /** Vectors A and D share a nonce, which one key takes for one signature only: hence the addresses. */
    @Tag("promise:spelling-is-free")
    @ParameterizedTest
    @CsvSource({
        "75b3ed0f45a4bcb89358873a98281447ec57ecc0ce3e738887326a024e682d4d," + RunningGateway.TWIN_PATH,
        "d3ab4d546042f7970d3b19f5a81ee362cbd3555122eb6714fd3bad5d22a75b83," + RunningGateway.OTHER_TWIN_PATH,
    })
    void vectorDIsAcceptedRawAndInItsCanonicalForm(String signature, String path) {
        var reply = vector(path, "Nq7vR2xK9mT4bYw1", 1730000000123L, signature, D_BODY);

        assertThat(reply.code()).isEqualTo("000004");
    }

    @Test
    void vectorEIsADebuggingCallInUtf8() {
        var reply = vector(
                "Zz9Yy8Xx7Ww6Vv5U",
                1730000060123L,
                "81543f0d2c27e2ee3758282fb5deb49ae6a87752d45accde3f80b1e82aa32ff5",
                "{\"activity\":\"releaseInstance\",\"instanceId\":\"实例-001\",\"testFlag\":\"1\"}");

        assertSucceeded(reply, "releaseInstance");
    }

    private static Reply a(String signature) {
        return send(Call.of(CLOCK, A_BODY)
                        .withQuery("signature=%s&timestamp=1730000000123&nonce=Nq7vR2xK9mT4bYw1".formatted(signature)))
                .isProper();
    }

    private static Reply vector(String nonce, long timestamp, String signature, String body) {
        return vector(RunningGateway.PATH, nonce, timestamp, signature, body);
    }

    private static Reply vector(String path, String nonce, long timestamp, String signature, String body) {
        CLOCK.set(Instant.ofEpochMilli(timestamp));
        return send(Call.of(CLOCK, body)
                        .withPath(path)
                        .withQuery("signature=%s&timestamp=%d&nonce=%s".formatted(signature, timestamp, nonce)))
                .isProper();
    }

    private static void assertSucceeded(Reply reply, String activity) {
        assertThat(reply.text()).isEqualTo("{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}");
        assertThat(lastJournaled().activity()).isEqualTo(activity);
        assertThat(lastJournaled().keyId()).isEqualTo("base-1");
    }
}
