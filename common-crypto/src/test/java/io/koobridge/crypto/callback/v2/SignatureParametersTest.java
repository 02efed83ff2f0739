package io.koobridge.crypto.callback.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.ParameterCheck.Complete;
import io.koobridge.crypto.callback.v2.ParameterCheck.Rejected;
import io.koobridge.crypto.mac.MacTag;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureParametersTest {

    private static final long NOW = 1_777_622_400_123L;
    private static final String TIMESTAMP = Long.toString(NOW);
    private static final String SIGNATURE = "0a".repeat(32);

    @Test
    void completeParametersAreKeptAsReceived() {
        assertThat(check(SIGNATURE, TIMESTAMP, "Nonce1"))
                .isEqualTo(new Complete(new SignedParameters(
                        MacTag.ofHex(SIGNATURE).orElseThrow(), TIMESTAMP, "Nonce1", Instant.ofEpochMilli(NOW))));
    }

    @Test
    void tenDigitsAreSeconds() {
        assertThat(check(SIGNATURE, "1777622400", "n")).isInstanceOfSatisfying(Complete.class, complete -> {
            assertThat(complete.parameters().timestamp()).isEqualTo("1777622400");
            assertThat(complete.parameters().signedAt()).isEqualTo(Instant.ofEpochSecond(1_777_622_400));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1777622340123, COMPLETE",
        "1777622340122, CLOCK_BEHIND",
        "1777622460123, COMPLETE",
        "1777622460124, CLOCK_AHEAD",
        "1777622341, COMPLETE",
        "1777622340, CLOCK_BEHIND",
        "1777622460, COMPLETE",
        "1777622461, CLOCK_AHEAD",
        "0000000000, CLOCK_BEHIND",
        "9999999999, CLOCK_AHEAD",
        "0000000000000, CLOCK_BEHIND",
        "9999999999999, CLOCK_AHEAD",
    })
    void theWindowIsSixtySecondsToBothSides(String timestamp, String outcome) {
        assertThat(name(check(SIGNATURE, timestamp, "n"))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "soon",
                "-1777622400123",
                "+777622400123",
                " 1777622400123",
                "1777622400123 ",
                "1777622400.12",
                "1.77762240E12",
                "١٧٧٧٦٢٢٤٠٠١٢٣",
                "0x19DDD",
                "2026-05-01T08",
            })
    void aTimestampIsDecimalDigits(String timestamp) {
        assertThat(check(SIGNATURE, timestamp, "n")).isEqualTo(new Rejected(Rejection.TIMESTAMP_NOT_A_NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "177762240", "17776224001", "177762240012", "17776224001230", "99999999999999999999999999"})
    void aTimestampHasTenOrThirteenDigits(String timestamp) {
        assertThat(check(SIGNATURE, timestamp, "n")).isEqualTo(new Rejected(Rejection.TIMESTAMP_LENGTH));
    }

    @ParameterizedTest
    @NullAndEmptySource
    void nothingMayBeMissing(@Nullable String missing) {
        assertThat(check(SIGNATURE, missing, "n")).isEqualTo(new Rejected(Rejection.TIMESTAMP_MISSING));
        assertThat(check(SIGNATURE, TIMESTAMP, missing)).isEqualTo(new Rejected(Rejection.NONCE_MISSING));
        assertThat(check(missing, TIMESTAMP, "n")).isEqualTo(new Rejected(Rejection.SIGNATURE_MISSING));
    }

    @Test
    void anAbsentNameOrValueIsMissing() {
        assertThat(SignatureParameters.check(Map.of(), Instant.ofEpochMilli(NOW)))
                .isEqualTo(new Rejected(Rejection.TIMESTAMP_MISSING));
        assertThat(SignatureParameters.check(Map.of("timestamp", List.of()), Instant.ofEpochMilli(NOW)))
                .isEqualTo(new Rejected(Rejection.TIMESTAMP_MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "timestamp", "nonce"})
    void nothingMayBeRepeated(String name) {
        Map<String, List<String>> query = new HashMap<>(
                Map.of("signature", List.of(SIGNATURE), "timestamp", List.of(TIMESTAMP), "nonce", List.of("n")));
        query.computeIfPresent(name, (same, values) -> List.of(values.getFirst(), values.getFirst()));

        assertThat(SignatureParameters.check(query, Instant.ofEpochMilli(NOW)))
                .isEqualTo(new Rejected(Rejection.PARAMETER_REPEATED));
    }

    @Test
    void otherParametersAreNoneOfItsBusiness() {
        Map<String, List<String>> query = Map.of(
                "signature", List.of(SIGNATURE),
                "timestamp", List.of(TIMESTAMP),
                "nonce", List.of("n"),
                "lang", List.of("zh", "en"));

        assertThat(SignatureParameters.check(query, Instant.ofEpochMilli(NOW))).isInstanceOf(Complete.class);
    }

    @Test
    void aNonceIsBounded() {
        assertThat(check(SIGNATURE, TIMESTAMP, "n".repeat(256))).isInstanceOf(Complete.class);
        assertThat(check(SIGNATURE, TIMESTAMP, "n".repeat(257))).isEqualTo(new Rejected(Rejection.NONCE_TOO_LONG));
    }

    @Test
    void aNonceThatUtf8CannotSpellIsRefused() {
        assertThat(check(SIGNATURE, TIMESTAMP, "a\ud800b")).isEqualTo(new Rejected(Rejection.NONCE_MALFORMED));
        assertThat(check(SIGNATURE, TIMESTAMP, "a实😀b")).isInstanceOf(Complete.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "zz", "abc", "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"})
    void aSignatureIsSixtyFourHexadecimalDigits(String signature) {
        assertThat(check(signature, TIMESTAMP, "n")).isEqualTo(new Rejected(Rejection.SIGNATURE_MALFORMED));
    }

    @Test
    void theClockIsReportedBeforeAMalformedSignature() {
        assertThat(check("zz", "1777622340122", "n")).isEqualTo(new Rejected(Rejection.CLOCK_BEHIND));
    }

    @Test
    void everyRejectionOfAParameterIsAParametersFaultUnlessItIsTheSignature() {
        assertThat(Arrays.stream(Rejection.values())
                        .filter(rejection -> rejection.fault() == Rejection.Fault.AUTHENTICATION))
                .containsExactlyInAnyOrder(
                        Rejection.REPLAY_SUSPECTED,
                        Rejection.SIGNATURE_MISSING,
                        Rejection.SIGNATURE_MALFORMED,
                        Rejection.SIGNATURE_MISMATCH,
                        Rejection.NO_ACTIVE_KEY,
                        Rejection.AUTH_TOKEN_MISSING,
                        Rejection.AUTH_TOKEN_MALFORMED,
                        Rejection.AUTH_TOKEN_MISMATCH,
                        Rejection.AUTH_TOKEN_AMBIGUOUS);
    }

    @Property
    void anyTextsHaveAnOutcome(@ForAll String signature, @ForAll String timestamp, @ForAll String nonce) {
        assertThat(check(signature, timestamp, nonce)).isInstanceOf(Rejected.class);
        assertThat(check(signature, TIMESTAMP, nonce)).isInstanceOf(Rejected.class);
        assertThat(check(SIGNATURE, timestamp, nonce)).isInstanceOf(Rejected.class);
    }

    @Property
    void anyNonceIsKeptOrRefused(@ForAll String nonce) {
        switch (check(SIGNATURE, TIMESTAMP, nonce)) {
            case Complete(var parameters) -> assertThat(parameters.nonce()).isEqualTo(nonce);
            case Rejected(var rejection) -> assertThat(rejection.name()).startsWith("NONCE_");
        }
    }

    @Property
    void everyNumberOfMillisecondsOutsideTheWindowIsRefused(@ForAll long distance) {
        long value = Math.floorMod(distance, 9_000_000_000_000L) + 1_000_000_000_000L;
        String outcome = value < NOW - 60_000 ? "CLOCK_BEHIND" : value > NOW + 60_000 ? "CLOCK_AHEAD" : "COMPLETE";

        assertThat(name(check(SIGNATURE, Long.toString(value), "n"))).isEqualTo(outcome);
    }

    private static String name(ParameterCheck check) {
        return switch (check) {
            case Complete ignored -> "COMPLETE";
            case Rejected(var rejection) -> rejection.name();
        };
    }

    private static ParameterCheck check(
            @Nullable String signature, @Nullable String timestamp, @Nullable String nonce) {
        Map<String, List<@Nullable String>> query = new HashMap<>();
        query.put("signature", Arrays.asList(signature));
        query.put("timestamp", Arrays.asList(timestamp));
        query.put("nonce", Arrays.asList(nonce));
        return SignatureParameters.check(query, Instant.ofEpochMilli(NOW));
    }
}
