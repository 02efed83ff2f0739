package io.koobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.koobridge.crypto.jws.SigningKey;
import io.koobridge.crypto.jws.VerificationKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenseTest extends TypedTest {

    private static final SigningKey KEY = SigningKey.generate("k1");
    private static final String KEYS = VerificationKey.jwkSet(List.of(KEY.verificationKey()));

    LicenseTest(@TempDir Path home) {
        super(home);
    }

    @Tag("promise:offline-licence")
    @Test
    void aLicenceThatIsValidIsShownWithWhatItSays() {
        assertThat(verify("--product", "P1")).isZero();
        assertThat(out.toString()).contains("lic1", "2024-01-02T00:00:00Z", "The licence is valid.");
    }

    @Tag("promise:offline-licence")
    @Test
    void aLicenceThatWasChangedIsRefused() {
        var changed = new StringBuilder(licence());
        int at = changed.length() - 50;
        changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');

        assertThat(verify(file("changed", changed.toString()), "--product", "P1"))
                .isOne();
        assertThat(out.toString())
                .isEqualTo("BAD_SIGNATURE: The licence was changed after it was issued, or somebody else made it.\n");
    }

    @Test
    void scriptsGetJson() {
        assertThat(verify("--product", "P2", "--json")).isOne();
        assertThat(out.toString()).contains("\"valid\":false", "\"reason\":\"WRONG_PRODUCT\"");
        assertThat(verify("--product", "P2", "--product", "P1", "--json")).isZero();
        assertThat(out.toString()).contains("\"valid\":true", "\"license\":\"lic1\"", "\"quantity\":3");
    }

    @Test
    void itIsCheckedForAnyTime() {
        assertThat(verify("--product", "P1", "--at", "2024-01-01T23:59:59Z")).isOne();
        assertThat(out.toString()).startsWith("NOT_YET_VALID");
        assertThat(verify("--product", "P1", "--at", "2024-06-01T00:00:00Z", "--last-run", "2024-07-01T00:00:00Z"))
                .isOne();
        assertThat(out.toString()).contains("CLOCK_ROLLED_BACK");
        assertThat(verify("--product", "P1", "--at", "tomorrow")).isEqualTo(2);
        assertThat(error.toString()).contains("--at tomorrow is no time");
    }

    @Test
    void keysMayBeFetched() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/license-keys", exchange -> {
            var keys = KEYS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(license("verify", file("l", licence()), "--keys", url + "/license-keys", "--product", "P1"))
                    .isZero();
            assertThat(license("verify", file("l", licence()), "--keys", url + "/nothing", "--product", "P1"))
                    .isOne();
            assertThat(license("verify", file("l", licence()), "--keys", url + "/away", "--product", "P1"))
                    .isEqualTo(3);
        } finally {
            server.stop(0);
        }
        assertThat(license("verify", file("l", licence()), "--keys", url + "/license-keys", "--product", "P1"))
                .isEqualTo(3);
        assertThat(error.toString()).contains("Nobody answers at " + url);
    }

    @Test
    void whatHoldsNoKeysIsWrongUsage() {
        assertThat(license("verify", file("l", licence()), "--keys", file("none.json", "{}"), "--product", "P1"))
                .isEqualTo(2);
        assertThat(error.toString()).contains("holds no public keys of licences");
        assertThat(license("verify", file("l", licence()), "--keys", "no-such-file", "--product", "P1"))
                .isEqualTo(2);
        assertThat(license("verify", file("l", licence()), "--keys", file("k.json", KEYS)))
                .isEqualTo(2);
        assertThat(license()).isEqualTo(2);
    }

    @Test
    void aLicenceIsShownWithoutAKey() {
        assertThat(license("show", file("l", licence()))).isZero();
        assertThat(out.toString()).contains("lic1", "Not checked.");
        assertThat(license("show", "--json", file("l", licence()))).isZero();
        assertThat(out.toString()).contains("\"order\":\"CS1\"");
        assertThat(license("show", file("x", "nonsense"))).isOne();
        assertThat(out.toString()).contains("This is no licence");
    }

    @Test
    void aNewKeySignsAndIsForItsOwnerAlone() throws IOException {
        var target = home.resolve("license-key.pem");

        assertThat(license("keygen", "--kid", "2026", "--out", target.toString()))
                .isZero();

        var key = SigningKey.ofPem("2026", Files.readString(target));
        assertThat(out.toString().strip()).isEqualTo(VerificationKey.jwkSet(List.of(key.verificationKey())));
        if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aKeyThatIsThereIsNotOverwritten() {
        var target = file("license-key.pem", "precious");

        assertThat(license("keygen", "--kid", "2026", "--out", target)).isOne();
        assertThat(error.toString()).contains("is there already");
        assertThat(Path.of(target)).hasContent("precious");
        assertThat(license(
                        "keygen",
                        "--kid",
                        "2026",
                        "--out",
                        home.resolve("no/such/place").toString()))
                .isOne();
        assertThat(license("keygen", "--kid", "a b", "--out", home.resolve("k").toString()))
                .isEqualTo(2);
    }

    private static String licence() {
        return KEY.sign("koobridge-license+jwt", """
                {"aud":"P1","iat":1704067200,"instance":"kb1","iss":"seller-1","jti":"lic1","nbf":1704153600,"order":"CS1","quantity":3}""".getBytes(StandardCharsets.UTF_8));
    }

    private int verify(String... options) {
        var all = new ArrayList<>(List.of("verify"));
        if (options[0].startsWith("--")) {
            all.add(file("licence", licence()));
        }
        all.addAll(List.of(options));
        all.addAll(List.of("--keys", file("keys.json", KEYS)));
        return license(all.toArray(String[]::new));
    }

    private int license(String... arguments) {
        var all = new ArrayList<>(List.of("license"));
        all.addAll(List.of(arguments));
        return execute(Map.of(), all.toArray(String[]::new));
    }
}
