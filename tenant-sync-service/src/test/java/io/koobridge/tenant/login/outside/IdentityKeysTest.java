package io.koobridge.tenant.login.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.koobridge.tenant.login.TestPem;
import io.koobridge.tenant.login.outside.IdentityKeys.Half;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class IdentityKeysTest {

    /** The public half is worked out, and half of all keys have the other sign. */
    @RepeatedTest(8)
    void whatAPrivateKeySignsIsVerifiedByWhatIsPublished() throws Exception {
        var pair = TestPem.pair("secp256r1");
        var keys = IdentityKeys.of(List.of(new Half("k1", TestPem.privateHalf(pair), true)));

        var token = SignedJWT.parse(
                keys.sign(new JWTClaimsSet.Builder().subject("li.lei").build()));

        var published = JWKSet.parse(keys.jwkSet()).getKeyByKeyId("k1").toECKey();
        assertThat(published.toECPublicKey()).isEqualTo(pair.getPublic());
        assertThat(token.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.verify(new ECDSAVerifier(published))).isTrue();
    }

    @Test
    void nothingSecretIsPublished() {
        var old = TestPem.pair("secp256r1");
        var keys = IdentityKeys.of(List.of(
                new Half("k2", TestPem.privateHalf(TestPem.pair("secp256r1")), true),
                new Half("k1", TestPem.publicHalf(old), false)));

        assertThat(keys.jwkSet())
                .contains("\"k1\"", "\"k2\"", "\"P-256\"", "\"ES256\"")
                .doesNotContain("\"d\"");
    }

    @Test
    void aWrongKeyIsToldByItsSetting() {
        var good = new Half("k1", TestPem.privateHalf(TestPem.pair("secp256r1")), true);

        assertThatThrownBy(() -> IdentityKeys.of(List.of()))
                .hasMessage("koobridge.login.signing-keys[0].private-key is missing: the first key signs");
        assertThatThrownBy(() -> IdentityKeys.of(List.of(good, good)))
                .hasMessage("koobridge.login.signing-keys[1].kid: another key has the kid 'k1' too");
        assertThatThrownBy(() ->
                        IdentityKeys.of(List.of(new Half("k1", TestPem.privateHalf(TestPem.pair("secp384r1")), true))))
                .hasMessage("koobridge.login.signing-keys[0]: this is no private key of the curve P-256");
        assertThatThrownBy(() -> IdentityKeys.of(List.of(new Half("k1", "secret", true))))
                .hasMessageStartingWith("koobridge.login.signing-keys[0]: ")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> IdentityKeys.of(
                        List.of(good, new Half("k3", TestPem.publicHalf(TestPem.pair("secp384r1")), false))))
                .hasMessage("koobridge.login.signing-keys[1]: this is no public key of the curve P-256");
    }
}
