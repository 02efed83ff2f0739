package io.koobridge.crypto.callback.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v2.ParameterCheck.Complete;
import io.koobridge.crypto.callback.v2.ParameterCheck.Rejected;
import io.koobridge.crypto.mac.MacTag;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** saas-v2 §7.5 and §7.7 for any parameters at any time. */
class SignatureParametersPropertiesTest {

    private static final String SIGNATURE = "0a".repeat(32);
    private static final long WINDOW = 60_000;

    @Tag("promise:clock-window")
    @Property
    void theWindowHasTheSameEdgesAtEveryTime(
            @ForAll("times") long now, @ForAll @LongRange(min = -60_002, max = 60_002) long difference) {
        String timestamp = Long.toString(now + difference);

        assertThat(outcome(SIGNATURE, timestamp, "nonce", now))
                .isEqualTo(difference < -WINDOW ? "CLOCK_BEHIND" : difference > WINDOW ? "CLOCK_AHEAD" : "COMPLETE");
    }

    @Property
    void theEdgesThemselvesAreExact(@ForAll("times") long now) {
        assertThat(outcome(SIGNATURE, Long.toString(now - WINDOW), "nonce", now))
                .isEqualTo("COMPLETE");
        assertThat(outcome(SIGNATURE, Long.toString(now - WINDOW - 1), "nonce", now))
                .isEqualTo("CLOCK_BEHIND");
        assertThat(outcome(SIGNATURE, Long.toString(now + WINDOW), "nonce", now))
                .isEqualTo("COMPLETE");
        assertThat(outcome(SIGNATURE, Long.toString(now + WINDOW + 1), "nonce", now))
                .isEqualTo("CLOCK_AHEAD");
    }

    @Property
    void secondsAreTakenForSecondsAtEveryTime(
            @ForAll("times") long now, @ForAll @LongRange(min = -62, max = 62) long difference) {
        long seconds = now / 1_000 + difference;
        long distance = seconds * 1_000 - now;

        assertThat(outcome(SIGNATURE, Long.toString(seconds), "nonce", now))
                .isEqualTo(distance < -WINDOW ? "CLOCK_BEHIND" : distance > WINDOW ? "CLOCK_AHEAD" : "COMPLETE");
    }

    @Property
    void numbersOfAnyOtherLengthAreNoTime(@ForAll("times") long now, @ForAll("numbers") BigInteger number) {
        assertThat(outcome(SIGNATURE, number.toString(), "nonce", now)).isEqualTo("TIMESTAMP_LENGTH");
    }

    @Property
    void aSignatureMeansTheSameInEveryMixtureOfCases(@ForAll @Size(32) byte[] tag, @ForAll long cases) {
        String lower = HexFormat.of().formatHex(tag);
        var mixed = new StringBuilder(lower);
        for (int i = 0; i < lower.length(); i++) {
            if ((cases >> i % 64 & 1) == 1) {
                mixed.setCharAt(i, Character.toUpperCase(lower.charAt(i)));
            }
        }

        assertThat(MacTag.ofHex(mixed.toString())).isPresent().isEqualTo(MacTag.ofHex(lower));
        assertThat(MacTag.ofHex(lower.toUpperCase(Locale.ROOT))).isEqualTo(MacTag.ofHex(lower));
        assertThat(MacTag.ofHex(lower).orElseThrow().hex()).isEqualTo(lower);
    }

    @Property
    void anyLongTextIsNoSignatureUnlessItIsSixtyFourHexadecimalDigits(@ForAll("nearlyHex") String text) {
        assertThat(MacTag.ofHex(text).isPresent()).isEqualTo(text.matches("[0-9a-fA-F]{64}"));
    }

    @Property
    void aNonceIsKeptByteForByteOrRefused(@ForAll("nonces") String nonce) {
        ParameterCheck check = check(SIGNATURE, "1777622400123", nonce, 1_777_622_400_123L);
        boolean good =
                !nonce.isBlank() && nonce.length() <= 256 && new String(nonce.getBytes(UTF_8), UTF_8).equals(nonce);

        assertThat(check instanceof Complete complete
                        && complete.parameters().nonce().equals(nonce))
                .isEqualTo(good);
    }

    @Property
    void aRepetitionIsRefusedWhateverElseIsThere(
            @ForAll("names") String name, @ForAll @Size(min = 2, max = 5) List<String> values) {
        assertThat(SignatureParameters.check(Map.of(name, values), Instant.EPOCH))
                .isEqualTo(new Rejected(Rejection.PARAMETER_REPEATED));
    }

    @Provide
    Arbitrary<Long> times() {
        // From the first V2 signature until milliseconds would have another number of digits with a window around them.
        return Arbitraries.longs().between(1_640_995_200_000L, 9_999_999_000_000L);
    }

    @Provide
    Arbitrary<BigInteger> numbers() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.TEN.pow(40))
                .filter(number -> {
                    int digits = number.toString().length();
                    return digits != 10 && digits != 13;
                });
    }

    @Provide
    Arbitrary<String> nearlyHex() {
        return Arbitraries.strings()
                .withChars("0123456789abcdefABCDEF")
                .withChars("gG１ ")
                .ofMinLength(63)
                .ofMaxLength(65);
    }

    @Provide
    Arbitrary<String> nonces() {
        return Arbitraries.strings()
                .withChars("aZ09 +%\u0000\u3000实\ud83d\ude00")
                .ofMaxLength(300);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("signature", "timestamp", "nonce");
    }

    private static String outcome(String signature, String timestamp, String nonce, long now) {
        return switch (check(signature, timestamp, nonce, now)) {
            case Complete _ -> "COMPLETE";
            case Rejected(var rejection) -> rejection.name();
        };
    }

    private static ParameterCheck check(String signature, String timestamp, String nonce, long now) {
        return SignatureParameters.check(
                Map.of("signature", List.of(signature), "timestamp", List.of(timestamp), "nonce", List.of(nonce)),
                Instant.ofEpochMilli(now));
    }
}
