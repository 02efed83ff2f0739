package io.koobridge.simulator.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "DOCUMENTED, 2026-01-05 09:08:07 z",
        "UPPER_CASE, 2026-01-05 09:08:07 Z",
        "UTC, 2026-01-05 09:08:07 UTC",
        "WITHOUT_BLANK, 2026-01-05 09:08:07z",
        "WITHOUT_ZONE, 2026-01-05 09:08:07",
        "ISO, 2026-01-05T09:08:07Z"
    })
    void timesAreWrittenAsAsked(TimeForm form, String written) {
        assertThat(form.written(Instant.parse("2026-01-05T09:08:07Z"))).isEqualTo(written);
    }

    @Test
    void aFingerprintIsThatOfTheSdk() {
        assertThat(new Device(List.of("0a:1b:2c:3d:4e:5f"), List.of("ssd_test_01."), null, "cpuid0001").fingerprint())
                .isEqualTo("0A:1B:2C:3D:4E:5F|SSD_TEST_01.||CPUID0001");
        assertThat(new Device(List.of("a", "b"), List.of("c", "d"), "e", null).fingerprint())
                .isEqualTo("A,B|C,D|E|");
        assertThat(new Device(null, null, null, null).fingerprint()).isEqualTo("|||");
    }
}
