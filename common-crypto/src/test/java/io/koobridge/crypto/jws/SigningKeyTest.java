package io.koobridge.crypto.jws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.koobridge.crypto.key.Pem;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the key of RFC 8037's appendix A, which is that of RFC 8032's first example. */
class SigningKeyTest {

    private static final String PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
            -----END PRIVATE KEY-----
            """;
    private static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
            -----END PUBLIC KEY-----
            """;
    private static final String JWK =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"k1\",\"use\":\"sig\",\"alg\":\"EdDSA\","
                    + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

    @Test
    void theFormIsThatOfTheRfcs() {
        assertThat(SigningKey.ofPem("k1", PRIVATE).verificationKey().jwk()).isEqualTo(JWK);
        assertThat(VerificationKey.ofPem("k1", PUBLIC).jwk()).isEqualTo(JWK);
        assertThat(SigningKey.ofPem("k1", PRIVATE).pem()).isEqualTo(PRIVATE);
        assertThat(VerificationKey.jwkSet(List.of(VerificationKey.ofPem("k1", PUBLIC))))
                .isEqualTo("{\"keys\":[" + JWK + "]}");
    }

    @Test
    void whatIsSignedIsVerifiedByTheJdkAlone() throws Exception {
        var jws = SigningKey.ofPem("k1", PRIVATE).sign("x+jwt", "{\"a\":1}".getBytes(UTF_8));

        var parts = jws.split("\\.", -1);
        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8))
                .isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"x+jwt\"}");
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)).isEqualTo("{\"a\":1}");
        var encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        var check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void theSameTextIsSignedTheSame() {
        var key = SigningKey.ofPem("k1", PRIVATE);

        assertThat(key.sign("x", "text".getBytes(UTF_8))).isEqualTo(key.sign("x", "text".getBytes(UTF_8)));
    }

    @Test
    void aNewKeyIsAnotherEachTimeAndIsReadAgain() {
        var key = SigningKey.generate("k1");

        assertThat(SigningKey.ofPem("k1", key.pem()).verificationKey().jwk())
                .isEqualTo(key.verificationKey().jwk())
                .isNotEqualTo(SigningKey.generate("k1").verificationKey().jwk());
    }

    @Test
    void lineBreaksMayBeWrittenAsInAFileOfVariables() {
        assertThat(SigningKey.ofPem("k1", PRIVATE.replace("\n", "\\n"))
                        .verificationKey()
                        .jwk())
                .isEqualTo(JWK);
        assertThat(SigningKey.ofPem("k1", "\r\n" + PRIVATE.replace("\n", "\r\n"))
                        .verificationKey()
                        .jwk())
                .isEqualTo(JWK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v",
                "-----BEGIN PRIVATE KEY-----\nMC4C!\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAw\n-----END PUBLIC KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMC4CAQAw\n-----END EC PRIVATE KEY-----"
            })
    @Tag("promise:secrets-are-never-shown")
    void whatIsNoKeyIsRefusedAndNotRepeated(String pem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofPem("k1", pem))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("MC4C"));
        assertThatIllegalArgumentException().isThrownBy(() -> VerificationKey.ofPem("k1", pem));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        var pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofPem(
                        "k1", Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded())))
                .withMessage("this is no private key of Ed25519");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VerificationKey.ofPem(
                        "k1", Pem.write("PUBLIC KEY", pair.getPublic().getEncoded())))
                .withMessage("this is no public key of Ed25519");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofPem("k1", PUBLIC))
                .withMessage("this is a PEM text of a PUBLIC KEY, not of a PRIVATE KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\"", "k\u00e9", "123456789012345678901234567890123"})
    void aKidThatIsNoneIsRefused(String kid) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofPem(kid, PRIVATE))
                .withMessageContaining("kid");
    }

    @Tag("promise:secrets-are-never-shown")
    @Test
    void aKeyIsNotPrinted() {
        assertThat(SigningKey.ofPem("k1", PRIVATE)).hasToString("SigningKey[kid=k1]");
    }
}
