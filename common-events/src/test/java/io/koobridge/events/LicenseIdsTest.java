package io.koobridge.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.OrderKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LicenseIdsTest {

    private static final String INSTANCE = "kbapbhc56evkq3h4tzrup44prpzcvfnt24zd5u";

    /** Written once by a Python reference; an id that changes would make a second licence for the same application. */
    @Tag("promise:events-keep-their-form")
    @Test
    void anIdNeverChanges() {
        assertThat(LicenseIds.ofApplication(INSTANCE, "b7c1d2e3-0000-4f6a-8a21-5d7e9f1a2b3c", "0A:1B|SSD||CPU"))
                .isEqualTo("licv2v34pnv7vqliwmwbltnztwuj3updcl4");
        assertThat(LicenseIds.ofPurchase(INSTANCE)).isEqualTo("licwo223wieyww2zjhe4lj2ibyongeux7wt");
        assertThat(LicenseIds.ofRenewal(INSTANCE, new OrderKey("CS2601010002RENEW", null, null)))
                .isEqualTo("licsedofwlibmpf7sxkobftxhqdrqnajiyz");
    }

    @Test
    void noFingerprintIsAnEmptyOne() {
        assertThat(LicenseIds.ofApplication(INSTANCE, "event", null))
                .isEqualTo(LicenseIds.ofApplication(INSTANCE, "event", ""));
    }

    @Test
    void aFingerprintIsComparedExactly() {
        assertThat(LicenseIds.ofApplication(INSTANCE, "event", "cpu"))
                .isNotEqualTo(LicenseIds.ofApplication(INSTANCE, "event", "CPU"))
                .isNotEqualTo(LicenseIds.ofApplication(INSTANCE, "event", "cpu "));
    }

    @Test
    void partsOfTwoApplicationsNeverRunTogether() {
        assertThat(LicenseIds.ofApplication(INSTANCE, "event1", "2"))
                .isNotEqualTo(LicenseIds.ofApplication(INSTANCE, "event", "12"));
    }
}
