package io.koobridge.license;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.license.domain.Issuer;
import io.koobridge.license.outside.SigningKeys;
import io.koobridge.license.outside.SigningProperties;
import io.koobridge.license.outside.TestKeys;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.verifier.LicenseVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;

class SigningConfigurationTest {

    private static final String KEYS = "koobridge.license.signing.keys";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(SigningConfiguration.class)
            .withBean(SellerId.class, () -> new SellerId("seller-1"));

    @Test
    void withoutKeysNobodySigns() {
        context.run(started -> assertThat(started).hasNotFailed().doesNotHaveBean(Issuer.class));
    }

    @Test
    void withAKeyLicencesAreSigned() {
        context.withPropertyValues(KEYS + "[0].kid=k1", KEYS + "[0].private-key=" + TestKeys.PRIVATE)
                .run(started -> assertThat(started).hasSingleBean(Issuer.class));
    }

    @Test
    void severalKeysArePublishedAndTheFirstSigns() {
        context.withPropertyValues(
                        KEYS + "[0].kid=new", KEYS + "[0].private-key=" + TestKeys.PRIVATE,
                        KEYS + "[1].kid=old", KEYS + "[1].public-key=" + TestKeys.PUBLIC)
                .run(started -> {
                    assertThat(started.getBean(SigningKeys.class).signer()).hasToString("SigningKey[kid=new]");
                    var answer = WebTestClient.bindToRouterFunction(started.getBean(RouterFunction.class))
                            .build()
                            .get()
                            .uri("/license-keys")
                            .exchange()
                            .expectStatus()
                            .isOk()
                            .expectHeader()
                            .valueEquals("Content-Type", "application/jwk-set+json")
                            .expectHeader()
                            .valueEquals("Cache-Control", "max-age=3600, public")
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody();
                    assertThat(new LicenseVerifier(Objects.requireNonNull(answer)).keyIds())
                            .containsExactlyInAnyOrder("new", "old");
                });
    }

    @Test
    void aKeyMayBeAFile(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("license-key.pem"), TestKeys.PRIVATE);

        context.withPropertyValues(KEYS + "[0].kid=k1", KEYS + "[0].private-key=" + file.toUri())
                .run(started -> assertThat(started).hasSingleBean(SigningKeys.class));
    }

    @Tag("promise:secrets-are-never-shown")
    @ParameterizedTest
    @CsvSource({
        "kid=k1, x=y, keys[0] needs one of private-key and public-key",
        "kid=, private-key=PRIVATE, keys[0].kid is missing",
        "private-key=PRIVATE, x=y, keys[0].kid is missing",
        "kid=a b, private-key=PRIVATE, keys[0].kid: a key's kid has",
        "kid=PRIVATE, private-key=PRIVATE, keys[0].kid: a key's kid has",
        "kid=MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v_VpguoRK9JLsLMRE, private-key=PRIVATE, keys[0].kid: a key's kid has",
        "kid=k1, private-key=, keys[0].private-key is missing",
        "kid=k1, private-key=PUBLIC, keys[0].private-key: this is a PEM text of a PUBLIC KEY",
        "kid=k1, private-key=MC4CAQAwBQYDK2VwBCIEIJ1h, keys[0].private-key is neither a PEM text nor the location",
        "kid=k1, private-key=file:/no/such/file, keys[0].private-key is neither a PEM text nor the location",
        "kid=k1, public-key=PUBLIC, keys[0].private-key is missing: the first key signs",
        "kid=k1, public-key=PRIVATE, keys[0].public-key: this is a PEM text of a PRIVATE KEY"
    })
    void aKeyThatIsNoneStartsNothingAndIsNotRepeated(String first, String second, String message) {
        context.withPropertyValues(setting(first), setting(second)).run(started -> {
            var told = new StringWriter();
            Objects.requireNonNull(started.getStartupFailure()).printStackTrace(new PrintWriter(told));
            assertThat(told.toString())
                    .contains("koobridge.license.signing." + message)
                    .doesNotContain("MC4CAQ");
        });
    }

    private static String setting(String text) {
        return KEYS + "[0]." + text.replace("PRIVATE", TestKeys.PRIVATE).replace("PUBLIC", TestKeys.PUBLIC);
    }

    @Test
    void twoKeysOfOneNameStartNothing() {
        context.withPropertyValues(
                        KEYS + "[0].kid=k1", KEYS + "[0].private-key=" + TestKeys.PRIVATE,
                        KEYS + "[1].kid=k1", KEYS + "[1].public-key=" + TestKeys.PUBLIC)
                .run(started -> assertThat(started.getStartupFailure())
                        .hasStackTraceContaining(KEYS + "[1].kid: another key has the kid 'k1' too"));
    }

    @Test
    void whoWantsSignedLicencesNeedsAKey() {
        context.withPropertyValues("koobridge.license.issuer.kind=signed")
                .run(started -> assertThat(started.getStartupFailure())
                        .hasStackTraceContaining(KEYS + "[0].private-key is missing: the first key signs"));
    }

    @Tag("promise:secrets-are-never-shown")
    @Test
    void keysAreNotPrinted() {
        context.withPropertyValues(KEYS + "[0].kid=k1", KEYS + "[0].private-key=" + TestKeys.PRIVATE)
                .run(started -> assertThat(started.getBean(SigningProperties.class))
                        .asString()
                        .doesNotContain("MC4C"));
    }
}
