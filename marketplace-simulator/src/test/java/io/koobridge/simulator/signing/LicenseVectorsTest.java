package io.koobridge.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of license §2.2, §5.0 and §7, against the simulator's own code. */
@Tag("promise:two-readings")
class LicenseVectorsTest {
    private static final String KEY = "demo-access-key-0001";
    private static final String ID = "3f0a8c52-7d1e-4b8a-9a55-0c2f6e9d1b10";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0000',
            value = {
                "N0nceLic0001aaaa; f1f20c0cf644e6e08a4793a570b279aef7dfb8c517f2c2bc3bf9c9beaaacc6b3; {\"activity\":\"newInstance\",\"businessId\":\""
                        + ID
                        + "\",\"orderId\":\"CS2601010001LICNS\",\"orderLineId\":\"CS2601010001LICNS-000001\",\"testFlag\":\"0\"}",
                "N0nceLic0002bbbb; 838aa524c50d8207e12745b2c24039dba5d6f0bdfd80a3e44cd4ffc3946a2acc; {\"activity\":\"refreshInstance\",\"expireTime\":\"20280101155959\",\"instanceId\":\""
                        + ID
                        + "\",\"orderId\":\"CS2612010002RENEW\",\"orderLineId\":\"CS2612010002RENEW-000001\",\"productId\":\"OFFI700000000000000001\",\"scene\":\"RENEWAL\",\"testFlag\":\"0\"}",
                "N0nceLic0003cccc; 8a1d35014a6b89486d3603d65597620b25301cf923dc7580dde3d53aed631f5f; {\"activity\":\"updateInstanceStatus\",\"instanceId\":\""
                        + ID + "\",\"status\":\"FREEZE\",\"testFlag\":\"0\"}",
                "N0nceLic0004dddd; cee16322f568232a4fe0d967d8c4717ce7b1d8ce626f7291420569ede11dd9b0; {\"activity\":\"releaseInstance\",\"instanceId\":\""
                        + ID
                        + "\",\"orderId\":\"CS2612150003UNSUB\",\"orderLineId\":\"CS2612150003UNSUB-000001\",\"testFlag\":\"0\"}",
                "N0nceLic0005eeee; e346385ff72c16ffadc69e53cf227b0e3084a265f89e59de14bbbf8b53b0d132; {\"activity\":\"getLicenseAsync\",\"eventId\":\"b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c\",\"instanceId\":\""
                        + ID
                        + "\",\"effectiveTime\":\"2026-01-05 00:00:00 z\",\"expireTime\":\"2027-01-05 00:00:00 z\",\"deviceFingerprint\":\"0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001\",\"testFlag\":\"0\"}",
                "N0nceLic0006ffff; a0e9669f0b68ec774275a259747647058f4629d169ae154b2b1e7082a8ea2abe; {\"activity\":\"refreshLicenseCode\",\"expireTime\":\"20270601000000\",\"license\":\"PLDEMO0000000001\",\"orderId\":\"CS2605200004RENEW\",\"orderLineId\":\"CS2605200004RENEW-000001\",\"productId\":\"OFFI700000000000000002\",\"scene\":\"RENEWAL\",\"testFlag\":\"0\"}",
                "N0nceLic0007gggg; 1d64d77976852c19d609aa6120de5684c404bf34c78192b6637cf63e1cb86902; {\"activity\":\"updateLicenseCodeStatus\",\"license\":\"PLDEMO0000000001\",\"status\":\"FREEZE\",\"testFlag\":\"0\"}",
                "N0nceLic0008hhhh; 3218c457eecae4676918b088cf2f515c60f524ff3088dd44974a0571f51bfccc; {\"activity\":\"releaseLicenseCode\",\"license\":\"PLDEMO0000000001\",\"orderId\":\"CS2606010005UNSUB\",\"orderLineId\":\"CS2606010005UNSUB-000001\",\"testFlag\":\"0\"}"
            })
    void signsEachCallback(String nonce, String signature, String body) {
        CallbackSignature signed =
                CallbackSignature.of(KEY, body.getBytes(StandardCharsets.UTF_8), "1767225600000", nonce);

        assertThat(signed.signature()).isEqualToIgnoringCase(signature);
    }

    @Test
    void acceptsAnActivationThatSignsItsContentType() {
        ReceivedRequest request = new ReceivedRequest(
                "POST",
                "/api/mkp-openapi-public/global/v1/license/activate",
                null,
                Map.of(
                        "content-type", List.of("application/json"),
                        "host", List.of("mkt.myhuaweicloud.com"),
                        "x-sdk-date", List.of("20260105T080000Z"),
                        "authorization",
                                List.of(
                                        "SDK-HMAC-SHA256 Access=DEMOAK, SignedHeaders=content-type;host;x-sdk-date,"
                                                + " Signature=b9e72d0bcafe70aae3cc0f6d24a21b5c8f2e367c51ab715785c4dcc28dfb6da0")),
                "{\"license\":\"PLDEMO0000000001\"}".getBytes(StandardCharsets.UTF_8));
        Clock clock = Clock.fixed(Instant.parse("2026-01-05T08:00:05Z"), ZoneOffset.UTC);

        assertThat(new AccessKeyVerifier("DEMOAK", "demo-secret-key", clock).verify(request))
                .isInstanceOf(AccessVerdict.Passed.class);
    }

    @Test
    void signsAGetLicense() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("orderId", "CS2601010009LICV1");
        parameters.put("activity", "getLicense");
        parameters.put("amount", "3");
        parameters.put("businessId", "biz-0001");
        parameters.put("customerId", "688055390f3049f283fe9f1aa90f0001");
        parameters.put("productId", "OFFI700000000000000003");
        parameters.put("timeStamp", "20260101000000000");

        assertThat(TokenSignature.of("demo-v1-key-0001", "20260101000000000", parameters))
                .isEqualTo("aherhMpLIqK8Kqe8Cmo8DjQR0vSRUmAdjwTjDF6KNh0=");
    }

    @Test
    void checksTheAnswerOfAGetLicense() {
        byte[] body =
                "{\"resultCode\":\"000000\",\"resultMsg\":\"success.\",\"license\":\"LIC-DEMO-1\",\"instanceId\":\"biz-0001\"}"
                        .getBytes(StandardCharsets.UTF_8);
        String header = "sign_type=\"HMAC-SHA256\", signature= \"JN6IWiTKA6KJLwzU4UWZJU3I5jOdIXe/xcmSXjgaDvo=\"";

        assertThat(BodySign.check("demo-v1-key-0001", header, body)).isEqualTo(BodySign.RIGHT);
    }
}
