package io.koobridge.benchmark.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Vectors of saas-v2 §7.6 and §7.8. */
class CallSignatureTest {

    private static final String SIGNATURE = "0339ab31a07b901b115112633b5e3e961ba6be8e63ffde3f231da75a2a48662f";
    private static final byte[] BODY = """
            {"activity":"newInstance","businessId":"5b0f4c1e-8f5d-4a43-9d57-2f6f0d2f9a10","orderId":"CS2410271530ABCDE",\
            "orderLineId":"CS2410271530ABCDE-000001","testFlag":"1"}""".getBytes(UTF_8);

    private final CallSignature signature = new CallSignature(new PeerProperties("kg-test-key-4f7c2a90b1d8"));

    @Test
    void theVectorIsRightInEitherCase() {
        assertThat(isRight(SIGNATURE)).isTrue();
        assertThat(isRight(SIGNATURE.toUpperCase(Locale.ROOT))).isTrue();
    }

    @Test
    void anythingElseIsWrong() {
        assertThat(isRight(SIGNATURE.replace('0', '1'))).isFalse();
        assertThat(isRight("no hexadecimal digits")).isFalse();
    }

    @Test
    void theAnswersSignatureIsTheVectors() {
        assertThat(signature.ofAnswer("{\"resultCode\":\"000000\",\"resultMsg\":\"success\"}".getBytes(UTF_8)))
                .isEqualTo("sign_type=\"HMAC-SHA256\", signature=\"2avwFobqygvZ87evWwt9hdqTcFnlX7MqHt05/9x35Gw=\"");
    }

    private boolean isRight(String sent) {
        return signature.isRight(sent, "1730000000123", "Nq7vR2xK9mT4bYw1", BODY);
    }
}
