package io.koobridge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.rsa.RsaKey;
import io.koobridge.crypto.rsa.RsaKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keys rsa}: what the marketplace encrypts with the printed half, the written one opens. */
class RsaKeysTest extends TypedTest {

    private final Path target = home.resolve("rsa.pem");

    RsaKeysTest(@TempDir Path home) {
        super(home);
    }

    @Test
    void aNewKeyIsItsOwnersAloneAndItsPublicHalfIsAsTheConsoleWantsIt() throws Exception {
        assertThat(rsa("new", "--out", target.toString())).isZero();

        var printed = out.toString();
        assertThat(printed).matches("[A-Za-z0-9+/=]+\\R");
        assertThat(publicKey(printed).getModulus().bitLength()).isEqualTo(4096);
        assertThat(Files.readString(target)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                    .isEqualTo("rw-------");
        }
        var keys = new RsaKeys(List.of(RsaKey.ofPem("written", Files.readString(target))));
        assertThat(keys.open(encrypted(printed)))
                .hasValueSatisfying(opened -> assertThat(opened.secret()).isEqualTo("a client's secret"));
    }

    @Test
    void thePublicHalfIsPrintedAgain() {
        assertThat(rsa("new", "--bits", "3072", "--out", target.toString())).isZero();
        var printed = out.toString();
        out.getBuffer().setLength(0);

        assertThat(rsa("public", target.toString())).isZero();

        assertThat(out.toString()).isEqualTo(printed);
    }

    @Test
    void aKeyThatIsThereIsNotOverwritten() {
        var precious = file("rsa.pem", "precious");

        assertThat(rsa("new", "--bits", "3072", "--out", precious)).isOne();

        assertThat(error.toString()).contains("is there already");
        assertThat(Path.of(precious)).hasContent("precious");
        assertThat(out.toString()).isEmpty();
        assertThat(rsa(
                        "new",
                        "--bits",
                        "3072",
                        "--out",
                        home.resolve("no/such/place").toString()))
                .isOne();
    }

    @Test
    void aKeyThatTheMarketplaceWouldNotTakeIsNotMade() {
        for (var bits : List.of("2048", "3073", "0", "-1", "many")) {
            assertThat(rsa("new", "--bits", bits, "--out", target.toString())).isEqualTo(2);
        }
        assertThat(target).doesNotExist();
        assertThat(error.toString()).contains("--bits is 3072 or 4096, not 2048");
    }

    @Test
    void whatIsNoKeyIsNotRepeated() {
        for (var content : List.of(
                "",
                "precious-text",
                "-----BEGIN RSA PRIVATE KEY-----\nQUJD\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----")) {
            assertThat(rsa("public", file("odd", content))).isEqualTo(2);
        }
        assertThat(rsa("public", home.resolve("absent").toString())).isEqualTo(2);
        assertThat(error.toString()).doesNotContain("precious-text", "QUJD");
    }

    @Test
    void keysAloneStillAsksTheGateway() {
        assertThat(rsa()).isEqualTo(2);
        assertThat(error.toString()).contains("Say what to do: new or public.");
        assertThat(execute(Map.of("KOOBRIDGE_SERVICE_TOKEN", "t"), "keys", "--url", "http://127.0.0.1:1"))
                .isEqualTo(3);
    }

    private int rsa(String... arguments) {
        return execute(
                Map.of(),
                Stream.concat(Stream.of("keys", "rsa"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static RSAPublicKey publicKey(String printed) throws GeneralSecurityException {
        return (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(printed.strip())));
    }

    private static String encrypted(String printed) throws GeneralSecurityException, IOException {
        var cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, publicKey(printed));
        return Base64.getEncoder().encodeToString(cipher.doFinal("a client's secret".getBytes(UTF_8)));
    }
}
