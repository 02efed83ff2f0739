package io.koobridge.stack.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.stack.environment.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    private static final Settings NOTHING_SET = new Settings(Map.of());

    private final Path home;

    KeysTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void areMadeOnceAndKeptWhereOnlyTheOwnerMayRead() throws Exception {
        var first = Keys.load(home, NOTHING_SET);
        var second = Keys.load(home, NOTHING_SET);

        assertThat(Arrays.stream(Secret.values()).map(second::value))
                .containsExactlyElementsOf(
                        Arrays.stream(Secret.values()).map(first::value).toList());
        for (String file :
                new String[] {"keys.properties", "rsa-private.pem", "license-private.pem", "login-private.pem"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void areOthersInEachInstallation(@TempDir Path elsewhere) {
        var here = Keys.load(home, NOTHING_SET);
        var there = Keys.load(elsewhere, NOTHING_SET);

        assertThat(Arrays.stream(Secret.values()))
                .allSatisfy(secret -> assertThat(here.value(secret)).isNotEqualTo(there.value(secret)));
    }

    @Test
    void ofTheLicenseAddressRepeatTheBaseAndKitKeysUnlessTheyAreGiven() {
        var keys = Keys.load(home, NOTHING_SET);
        var given = Keys.load(home, new Settings(Map.of("KOOBRIDGE_KEY_LICENSE_V1", "one-of-its-own")));

        assertThat(keys.value(Secret.KEY_LICENSE_V1)).isEqualTo(keys.value(Secret.KEY_LICENSE));
        assertThat(keys.value(Secret.KEY_LICENSE_KIT)).isEqualTo(keys.value(Secret.KEY_KIT));
        assertThat(given.value(Secret.KEY_LICENSE_V1)).isEqualTo("one-of-its-own");
    }

    @Test
    void ofTheEnvironmentOverrideForOneRunOnly() {
        String kept = Keys.load(home, NOTHING_SET).value(Secret.KEY_BASE);

        var overridden = Keys.load(home, new Settings(Map.of("KOOBRIDGE_KEY_BASE", "given-for-this-run")));

        assertThat(overridden.value(Secret.KEY_BASE)).isEqualTo("given-for-this-run");
        assertThat(Keys.load(home, NOTHING_SET).value(Secret.KEY_BASE)).isEqualTo(kept);
    }

    @Test
    void anEmptyVariableIsNotSet() {
        String kept = Keys.load(home, NOTHING_SET).value(Secret.KEY_BASE);

        assertThat(Keys.load(home, new Settings(Map.of("KOOBRIDGE_KEY_BASE", "")))
                        .value(Secret.KEY_BASE))
                .isEqualTo(kept);
    }

    @Test
    void haveTheFormsThatTheirReadersExpect() {
        var keys = Keys.load(home, NOTHING_SET);

        assertThat(keys.value(Secret.SELLER_ID)).matches("[a-z0-9-]{1,32}");
        assertThat(keys.value(Secret.KEY_BASE)).matches("[A-Za-z0-9]{32}");
        assertThat(keys.value(Secret.OPEN_API_AK)).matches("[A-F0-9]{20}");
        assertThat(keys.value(Secret.WEBHOOK_SECRET)).matches("whsec_[A-Za-z0-9+/]{32}");
    }

    @Test
    void includeAnRsaKeyOf3072BitsWhosePublicHalfIsAPemFile() throws Exception {
        Path file = Keys.load(home, NOTHING_SET).rsa().publicKey();

        var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(content(file)));

        assertThat(file).isAbsolute();
        assertThat(key.getModulus().bitLength()).isEqualTo(3072);
    }

    @Test
    void includeThePairThatSignsLicences() throws Exception {
        var files = Keys.load(home, NOTHING_SET).license();
        var factory = KeyFactory.getInstance("Ed25519");
        var signature = Signature.getInstance("Ed25519");

        signature.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(content(files.privateKey()))));
        signature.update(new byte[] {1, 2, 3});
        var signed = signature.sign();

        signature.initVerify(factory.generatePublic(new X509EncodedKeySpec(content(files.publicKey()))));
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
    }

    private static byte[] content(Path pem) throws Exception {
        return Base64.getDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----|\n", ""));
    }
}
