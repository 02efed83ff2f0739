package io.koobridge.verifier;

import static io.koobridge.verifier.Licences.CLAIMS;
import static io.koobridge.verifier.Licences.FINGERPRINT;
import static io.koobridge.verifier.Licences.HEADER;
import static io.koobridge.verifier.Licences.KEYS;
import static io.koobridge.verifier.Licences.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.verifier.LicenseVerifier.Here;
import io.koobridge.verifier.LicenseVerifier.Reason;
import io.koobridge.verifier.LicenseVerifier.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseVerifierTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Here HERE = Here.of(PRODUCT, NOW).on(FINGERPRINT);

    private final LicenseVerifier verifier = new LicenseVerifier(KEYS);

    @Tag("promise:offline-licence")
    @Test
    void aLicenceSaysWhatItIsFor() {
        assertThat(verifier.verify(Licences.licence(), HERE)).isInstanceOfSatisfying(Result.Valid.class, valid -> {
            var claims = valid.claims();
            assertThat(claims.license()).isEqualTo("lic1");
            assertThat(claims.seller()).isEqualTo("seller-1");
            assertThat(claims.customer()).contains("c1");
            assertThat(claims.product()).contains(PRODUCT);
            assertThat(claims.instance()).isEqualTo("kb1");
            assertThat(claims.order()).isEqualTo("CS1");
            assertThat(claims.quantity()).isEqualTo(3);
            assertThat(claims.fingerprint()).contains(LicenseVerifier.hashOf(FINGERPRINT));
            assertThat(claims.issuedAt()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(claims.validFrom()).isEqualTo("2026-01-02T00:00:00Z");
            assertThat(claims.validUntil()).contains(Instant.parse("2027-01-01T00:00:00Z"));
        });
    }

    @Test
    void whoPastesItMayPasteLineBreaksToo() {
        assertThat(verifier.verify("\r\n " + Licences.licence() + "\n\n", HERE)).isInstanceOf(Result.Valid.class);
    }

    @Test
    void aLicenceOfAnotherProductIsRefused() {
        assertThat(check(Here.of("OFFI-EXAMPLE-02", NOW).on(FINGERPRINT))).contains(Reason.WRONG_PRODUCT);
    }

    @Test
    void aProductMayBeSoldUnderSeveralIds() {
        var here = new Here(Set.of("OFFI-EXAMPLE-02", PRODUCT), Optional.of(FINGERPRINT), NOW, Optional.empty());

        assertThat(check(here)).isEmpty();
    }

    @Test
    void aLicenceThatNamesNoProductIsForNone() {
        assertThat(check(without("\"aud\":\"OFFI-EXAMPLE-01\","), HERE)).contains(Reason.WRONG_PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0a:1b:2c:3d:4e:5f|ssd_test_01.||cpuid0001", "another"})
    void anotherDeviceIsRefused(String fingerprint) {
        assertThat(check(Here.of(PRODUCT, NOW).on(fingerprint))).contains(Reason.WRONG_DEVICE);
    }

    @Test
    void aDeviceThatDoesNotKnowItselfIsAnother() {
        assertThat(check(Here.of(PRODUCT, NOW))).contains(Reason.WRONG_DEVICE);
    }

    @Test
    void aLicenceWithoutAFingerprintRunsAnywhere() {
        var anywhere = without("\"fingerprint\":\"NEpx9kFhX1A4B2udqvqmOCFHDHAFAUgmUe9pI4hprQM\",");

        assertThat(check(anywhere, HERE)).isEmpty();
        assertThat(check(anywhere, Here.of(PRODUCT, NOW))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T22:59:58Z, CLOCK_ROLLED_BACK",
        "2025-12-31T23:00:00Z, NOT_YET_VALID",
        "2026-01-01T23:59:59.999Z, NOT_YET_VALID",
        "2026-01-02T00:00:00Z,",
        "2026-12-31T23:59:59.999Z,",
        "2027-01-01T00:00:00Z, EXPIRED",
        "+1000000000-12-31T23:59:59.999999999Z, EXPIRED",
        "-1000000000-01-01T00:00:00Z, CLOCK_ROLLED_BACK"
    })
    void aLicenceIsValidWithinItsTerm(Instant now, Reason reason) {
        assertThat(check(Here.of(PRODUCT, now).on(FINGERPRINT))).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void aLicenceWithoutAnEndHasNone() {
        var endless = without("\"exp\":1798761600,");

        assertThat(check(endless, Here.of(PRODUCT, Instant.MAX).on(FINGERPRINT)))
                .isEmpty();
        assertThat(LicenseVerifier.unverified(endless))
                .hasValueSatisfying(claims -> assertThat(claims.validUntil()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T00:00:00Z,",
        "2026-06-01T01:00:00Z,",
        "2026-06-01T01:00:01Z, CLOCK_ROLLED_BACK",
        "2027-06-01T00:00:00Z, CLOCK_ROLLED_BACK"
    })
    void aClockThatIsBehindTheLastRunWasSetBack(Instant lastRun, Reason reason) {
        assertThat(check(HERE.after(lastRun))).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void aLicenceOfAnUnknownKeyIsRefused() {
        var header = HEADER.replace("k1", "k2");

        assertThat(check(Licences.signed(header, CLAIMS), HERE)).contains(Reason.UNKNOWN_KEY);
    }

    @Test
    void claimsCanBeShownWithoutAKey() {
        var forged = Licences.signed(HEADER, CLAIMS, Licences.OTHER_KEY);

        assertThat(LicenseVerifier.unverified(forged))
                .hasValueSatisfying(claims -> assertThat(claims.license()).isEqualTo("lic1"));
        assertThat(LicenseVerifier.unverified("nonsense")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonIsASentence(Reason reason) {
        assertThat(reason.sentence()).matches("[A-Z].{15,}\\.");
    }

    private static String without(String member) {
        assertThat(CLAIMS).contains(member);
        return Licences.signed(HEADER, CLAIMS.replace(member, ""));
    }

    private Optional<Reason> check(Here here) {
        return check(Licences.licence(), here);
    }

    private Optional<Reason> check(String licence, Here here) {
        return verifier.verify(licence, here) instanceof Result.Refused(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }
}
