package io.koobridge.crypto.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.koobridge.crypto.SaasV1Vectors;
import io.koobridge.crypto.Vectors.SaasV2;
import io.koobridge.crypto.key.AccessKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** saas-v2 §7.8, saas-v1 §7.3. */
class BodySignTest {

    private static final AccessKey KEY = new AccessKey("base", "a-secret-made-up", null);

    @TestFactory
    Stream<DynamicTest> eachAnswerHasItsHeader() throws IOException {
        SaasV2 vectors = SaasV2.read();
        AccessKey key = new AccessKey("base", vectors.accessKey(), null);
        return vectors.bodySign().stream()
                .map(vector -> dynamicTest(vector.id(), () -> assertThat(
                                BodySign.value(key, vector.body().getBytes(UTF_8)))
                        .isEqualTo(vector.header())));
    }

    @TestFactory
    Stream<DynamicTest> eachAnswerOfV1HasItsHeader() throws IOException {
        return SaasV1Vectors.read().bodySign().stream()
                .map(vector -> dynamicTest(vector.id(), () -> {
                    byte[] body = vector.body().getBytes(UTF_8);

                    assertThat(body).hasSize(vector.bytes());
                    assertThat(BodySign.HEADER + ": " + BodySign.value(new AccessKey("v1", vector.key(), null), body))
                            .isEqualTo(vector.header());
                }));
    }

    @Test
    void theHeadersNameKeepsItsCase() {
        assertThat(BodySign.HEADER).isEqualTo("Body-Sign");
    }

    @Test
    void whiteSpaceAroundTheBodyCounts() {
        assertThat(BodySign.value(KEY, "{}\n".getBytes(UTF_8))).isNotEqualTo(BodySign.value(KEY, "{}".getBytes(UTF_8)));
    }

    @Tag("promise:answers-are-signed")
    @Property
    void isWhatTheJdkAloneMakesOfIt(@ForAll byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a-secret-made-up".getBytes(UTF_8), "HmacSHA256"));

        assertThat(BodySign.value(KEY, body))
                .isEqualTo("sign_type=\"HMAC-SHA256\", signature=\""
                        + Base64.getEncoder().encodeToString(mac.doFinal(body)) + "\"");
    }
}
