package io.koobridge.simulator.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The vectors A, B and E of saas-v2 §7.6. */
@Tag("promise:two-readings")
class CallbackSignatureTest {
    private static final String KEY = "kg-test-key-4f7c2a90b1d8";

    @Test
    void signsANewInstance() {
        var signature = sign(
                "{\"activity\":\"newInstance\",\"businessId\":\"5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10\","
                        + "\"orderId\":\"CS2410271530ABCDE\",\"orderLineId\":\"CS2410271530ABCDE-000001\",\"testFlag\":\"1\"}",
                "1730000000123",
                "Nq7vR2xK9mT4bYw1");

        assertThat(signature.query())
                .isEqualTo("signature=0339AB31A07B901B115112633B5E3E961BA6BE8E63FFDE3F231DA75A2A48662F"
                        + "&timestamp=1730000000123&nonce=Nq7vR2xK9mT4bYw1");
    }

    @Test
    void signsWithANonceOfSixtyFourCharacters() {
        var signature = sign(
                "{\"activity\":\"refreshInstance\",\"expireTime\":\"20261027155959\","
                        + "\"instanceId\":\"5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10\",\"orderId\":\"CS2510270900FGHIJ\","
                        + "\"orderLineId\":\"CS2510270900FGHIJ-000001\",\"productId\":\"OFFI900000000000000001\","
                        + "\"scene\":\"RENEWAL\"}",
                "1761555600000",
                "0F1E2D3C4B5A69788796A5B4C3D2E1F00F1E2D3C4B5A69788796A5B4C3D2E1F0");

        assertThat(signature.signature())
                .isEqualToIgnoringCase("c551e1a739191ebdc2017efbc9df65dd7983dc6d5dbfc22e1cbcb0faa0d7ba62");
    }

    @Test
    void signsChineseAsUtf8() {
        var signature = sign(
                "{\"activity\":\"releaseInstance\",\"instanceId\":\"\u5b9e\u4f8b-001\",\"testFlag\":\"1\"}",
                "1730000060123",
                "Zz9Yy8Xx7Ww6Vv5U");

        assertThat(signature.signature())
                .isEqualToIgnoringCase("81543f0d2c27e2ee3758282fb5deb49ae6a87752d45accde3f80b1e82aa32ff5");
    }

    private static CallbackSignature sign(String body, String timestamp, String nonce) {
        return CallbackSignature.of(KEY, body.getBytes(StandardCharsets.UTF_8), timestamp, nonce);
    }
}
