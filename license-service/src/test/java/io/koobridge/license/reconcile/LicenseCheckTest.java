package io.koobridge.license.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.license.Applications;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseCheckTest {

    private static final LicenseRequest APPLICATION = Applications.applied().request();
    private static final LicenseRequest PURCHASE = Applications.withPurchase().request();

    @Test
    void textsAndFilesAreTaken() {
        assertThat(LicenseCheck.faults(text("LIC-1\n许可"), APPLICATION)).isEmpty();
        assertThat(LicenseCheck.faults(new LicenseFile(new byte[] {0, -1}, "许可 1.lic"), APPLICATION))
                .isEmpty();
        assertThat(LicenseCheck.faults(text("LIC-1"), PURCHASE)).isEmpty();
        assertThat(LicenseCheck.faults(new LicenseFile(new byte[LicenseCheck.LARGEST], "x".repeat(255)), APPLICATION))
                .isEmpty();
    }

    @Test
    void aTextMustSaySomething() {
        assertThat(LicenseCheck.faults(text(""), APPLICATION)).containsExactly("the licence is empty");
        assertThat(LicenseCheck.faults(text(" \n"), APPLICATION)).containsExactly("the licence is blank");
        assertThat(LicenseCheck.faults(text("a\0b"), APPLICATION))
                .containsExactly("the licence's text holds the character NUL");
        assertThat(LicenseCheck.faults(new LicenseFile(new byte[] {(byte) 0xC3}, null), APPLICATION))
                .containsExactly("the licence's text is not well-formed Unicode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", ".", "..", " ", "", "a\nb", "a\u0000b", "a\u0085b", "a\uD800"})
    void aNameIsNoPathAndHoldsNothingThatIsNotSeen(String name) {
        assertThat(LicenseCheck.faults(new LicenseFile(new byte[] {1}, name), APPLICATION))
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith("fileName"));
    }

    @Test
    void neitherNameNorLicenceIsTooLong() {
        assertThat(LicenseCheck.faults(new LicenseFile(new byte[] {1}, "x".repeat(256)), APPLICATION))
                .containsExactly("fileName must have 1 to 255 characters, has 256");
        assertThat(LicenseCheck.faults(new LicenseFile(new byte[LicenseCheck.LARGEST + 1], "x"), APPLICATION))
                .containsExactly("a licence has at most 8388608 bytes, this one has 8388609");
    }

    @Test
    void aPurchaseIsAnsweredWithATextOfSaneLength() {
        assertThat(LicenseCheck.faults(new LicenseFile(new byte[] {1}, "x.lic"), PURCHASE))
                .isEqualTo(List.of("a purchase by License V1 is answered with a text, not with a file"));
        assertThat(LicenseCheck.faults(text("x".repeat(LicenseCheck.LONGEST_WITH_PURCHASE + 1)), PURCHASE))
                .containsExactly("a licence that answers a purchase has at most 65536 bytes, this one has 65537");
    }

    private static LicenseFile text(String text) {
        return new LicenseFile(text.getBytes(UTF_8), null);
    }
}
