package io.koobridge.license.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.license.Applications;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.license.reconcile.LicenseCheck;
import io.koobridge.runtime.identity.SellerId;
import io.koobridge.verifier.LicenseVerifier;
import io.koobridge.verifier.LicenseVerifier.Here;
import io.koobridge.verifier.LicenseVerifier.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;

class SignedLicenseIssuerTest {

    private static final String FINGERPRINT = "0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001";
    private static final Instant ORDERED = Instant.parse("2024-01-05T09:30:00Z");
    private static final Instant BEGIN = Instant.parse("2024-01-05T00:00:00Z");

    private final SigningKeys keys = keys("example-2024");
    private final SignedLicenseIssuer issuer = new SignedLicenseIssuer(new SellerId("example-seller"), keys);

    /** The page's licence, byte for byte: whoever reads licences in another language reads this form. */
    @Tag("promise:offline-licence")
    @Test
    void theFormNeverChanges() throws IOException {
        var page = Files.readString(Path.of("..", "docs/license-format.md"));

        assertThat(page).contains("```text vector\n" + text(issued(order())) + "\n```");
    }

    @Tag("promise:offline-licence")
    @Test
    void whatIsIssuedIsVerifiedWithThePublishedKeys() {
        var here = Here.of("OFFI-EXAMPLE-01", Instant.parse("2024-06-01T00:00:00Z"))
                .on(FINGERPRINT);

        assertThat(verifier().verify(text(issued(order())), here)).isInstanceOfSatisfying(Result.Valid.class, valid -> {
            assertThat(valid.claims().license()).isEqualTo("licv2v34pnv7vqliwmwbltnztwuj3updcl4");
            assertThat(valid.claims().validFrom()).isEqualTo(BEGIN);
            assertThat(valid.claims().validUntil()).contains(Instant.parse("2124-01-04T00:00:00Z"));
        });
    }

    @Test
    void theSameOrderIsTheSameLicence() {
        assertThat(issued(order())).isEqualTo(issued(order()));
        assertThat(issued(order()).name()).isEmpty();
    }

    @Test
    void whatTheOrderDoesNotTellTheLicenceDoesNotClaim() {
        var least = new LicenseOrder(
                "lic1", "kb1", null, new OrderKey("CS1", null, null), null, null, 20, null, null, BEGIN, null, ORDERED);

        assertThat(LicenseVerifier.unverified(text(issued(least)))).hasValueSatisfying(claims -> {
            assertThat(claims.quantity()).isEqualTo(20);
            assertThat(claims.customer()).isEmpty();
            assertThat(claims.product()).isEmpty();
            assertThat(claims.fingerprint()).isEmpty();
            assertThat(claims.validUntil()).isEmpty();
        });
    }

    @Test
    void aPartOfASecondIsTheCustomers() {
        var order = order();
        var licence = text(issued(new LicenseOrder(
                order.licenseId(),
                order.instanceId(),
                null,
                order.order(),
                null,
                null,
                1,
                null,
                null,
                BEGIN.plusMillis(1),
                BEGIN.plusMillis(1_001),
                ORDERED)));

        assertThat(LicenseVerifier.unverified(licence)).hasValueSatisfying(claims -> {
            assertThat(claims.validFrom()).isEqualTo(BEGIN);
            assertThat(claims.validUntil()).contains(BEGIN.plusSeconds(2));
        });
    }

    /** Ids of 64 characters, a customer's of 100, a kid of 32, the last second of the year 9999, all the devices of a server. */
    @Test
    void theLongestLicenceIsATextThatTheMarketplaceTakes() {
        var longest = longest("c".repeat(100));
        var licence = issued(new SignedLicenseIssuer(new SellerId("s".repeat(32)), keys("k".repeat(32))), longest);

        assertThat(text(licence)).hasSizeLessThanOrEqualTo(1_024);
        assertThat(licence.name()).isEmpty();
    }

    /** A purchase is answered with it, an application gets it as a file. */
    @Test
    void aLicenceThatIsTooLongForAnUploadedTextCanBeDeliveredAllTheSame() {
        var licence = issued(longest("\u6f22".repeat(100)));
        var bought = Applications.withPurchase().request();

        assertThat(text(licence)).hasSizeGreaterThan(1_024);
        assertThat(LicenseCheck.faults(licence, bought)).isEmpty();
        assertThat(new String(UploadForm.of(licence, "event-1.lic").bytes(), UTF_8))
                .contains("\"type\":\"FILE\"", "event-1.lic");
    }

    @Test
    void whatIsSignedIsNotTakenBack() {
        assertThat(issuer.revoke(order())).isEqualTo(new Issuer.Revocation.Done());
    }

    private static LicenseOrder longest(String customer) {
        return new LicenseOrder(
                "l".repeat(64),
                "i".repeat(64),
                "e".repeat(64),
                new OrderKey("o".repeat(64), "o".repeat(64), null),
                "p".repeat(64),
                "s".repeat(64),
                9_999_999,
                new LicenseOrder.Customer(customer, "n".repeat(64)),
                "f".repeat(5_120),
                BEGIN,
                Instant.parse("9999-12-31T23:59:59Z"),
                ORDERED);
    }

    private static LicenseOrder order() {
        return new LicenseOrder(
                "licv2v34pnv7vqliwmwbltnztwuj3updcl4",
                "kbapbhc56evkq3h4tzrup44prpzcvfnt24zd5u",
                "b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c",
                new OrderKey("CS2401050001LICNS", "CS2401050001LICNS-000001", null),
                "OFFI-EXAMPLE-01",
                "SKU-1",
                1,
                new LicenseOrder.Customer("688055390f3049f283fe9f1aa90f0001", "Qinghe"),
                FINGERPRINT,
                BEGIN,
                Instant.parse("2124-01-04T00:00:00Z"),
                ORDERED);
    }

    private LicenseVerifier verifier() {
        return new LicenseVerifier(
                keys.published().stream().map(key -> key.jwk()).collect(Collectors.joining(",", "{\"keys\":[", "]}")));
    }

    private LicenseFile issued(LicenseOrder order) {
        return issued(issuer, order);
    }

    private static LicenseFile issued(Issuer issuer, LicenseOrder order) {
        return ((Issuer.Answer.Issued) issuer.issue(order)).file();
    }

    private static String text(LicenseFile licence) {
        return new String(licence.bytes(), UTF_8);
    }

    private static SigningKeys keys(String kid) {
        return SigningKeys.of(
                new SigningProperties(List.of(new SigningProperties.Key(kid, TestKeys.PRIVATE, null))),
                new DefaultResourceLoader());
    }
}
