package io.koobridge.crypto.callback.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.TokenCheck.Rejected;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthTokenTest {

    private static final Instant NOW = Instant.parse("2026-03-31T01:15:10Z");
    private static final AccessKey KEY = new AccessKey("v1", "a-secret-made-up", null);
    private static final String TIME_STAMP = "20260331011507482";

    @Test
    void keptEmptyValuesArePartOfTheCall() {
        var signed = Map.of("activity", "newInstance", "customerName", "", "timeStamp", TIME_STAMP);

        assertThat(verify(Queries.of(signed, AuthToken.sign(KEY, signed))))
                .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                        .isEqualTo(signed));
    }

    @Test
    void emptyValuesThatWereLeftOutOfTheStringAreNotPartOfTheCall() {
        var signed = Map.of("activity", "newInstance", "timeStamp", TIME_STAMP);

        assertThat(verify(Queries.of(signed, AuthToken.sign(KEY, signed)) + "&customerName=&email=+&flag"))
                .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                        .isEqualTo(signed));
    }

    @Test
    void aBarePlusIsAPlusToASenderWhoOnlyPercentEncodes() {
        var signed = Map.of("customerName", "A + B", "timeStamp", TIME_STAMP);

        assertThat(verify(
                        "customerName=A%20+%20B&timeStamp=" + TIME_STAMP + "&authToken=" + AuthToken.sign(KEY, signed)))
                .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                        .isEqualTo(signed));
    }

    @Test
    void base64ThatWasEncodedThreeTimesIsDecodedToTheEnd() {
        var signed = Map.of("email", "BCinJiOfQqrOaaGd+/==", "timeStamp", TIME_STAMP);
        String thrice = Queries.encoded(Queries.encoded(Queries.encoded("BCinJiOfQqrOaaGd+/==")));

        assertThat(verify("email=" + thrice + "&timeStamp=" + TIME_STAMP + "&authToken="
                        + Queries.encoded(AuthToken.sign(KEY, signed))))
                .isInstanceOfSatisfying(Verified.class, verified -> assertThat(verified.parameters())
                        .isEqualTo(signed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=1", "a=1&%61=2", "a+b=1&a%20b=2", "a+b=1&a%2Bb=2", "authToken=x&a=1"})
    void aNameThatRepeatsInAnyReadingIsRefused(String more) {
        assertThat(verify(more + "&timeStamp=" + TIME_STAMP + "&authToken=x"))
                .isEqualTo(new Rejected(Rejection.PARAMETER_REPEATED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%ff", "a=%c3%28", "a=\ud800", "a=%ed%a0%80"})
    void aQueryThatCannotBeDecodedIsUnreadable(String query) {
        assertThat(verify(query)).isEqualTo(new Rejected(Rejection.MESSAGE_UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&&", "a=1", "authToken=", "authToken", "authToken=%20", "authtoken=x"})
    void withoutATokenNobodyCalled(String query) {
        assertThat(verify(query)).isEqualTo(new Rejected(Rejection.AUTH_TOKEN_MISSING));
    }

    @Test
    void withoutATimeStampThereIsNothingToVerify() {
        assertThat(verify("a=1&authToken=x")).isEqualTo(new Rejected(Rejection.TIME_STAMP_MISSING));
        assertThat(verify("a=1&timeStamp=&authToken=x")).isEqualTo(new Rejected(Rejection.TIME_STAMP_MISSING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026033101150",
                "202603310115074820001",
                "2026-03-31 01:15",
                "２０２６０３３１０１１５０７",
                "20260331011507+82"
            })
    void aTimeStampHasFourteenToTwentyDigits(String timeStamp) {
        assertThat(verify("timeStamp=" + timeStamp + "&authToken=x"))
                .isEqualTo(new Rejected(Rejection.TIME_STAMP_MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260331011507", "20260331011507482999", "00000000000000", "20010101000000000"})
    void aTimeStampMayBeOfAnyTime(String timeStamp) {
        var signed = Map.of("timeStamp", timeStamp);

        assertThat(verify(Queries.of(signed, AuthToken.sign(KEY, signed)))).isInstanceOf(Verified.class);
    }

    @Test
    void anyActiveKeyVerifiesAndIsNamed() {
        var old = new AccessKey("old", "an-older-secret", NOW);
        var signed = Map.of("timeStamp", TIME_STAMP);
        String query = Queries.of(signed, AuthToken.sign(old, signed));

        assertThat(AuthToken.verify(query, KeyRing.of(KEY, old), NOW))
                .isInstanceOfSatisfying(
                        Verified.class, verified -> assertThat(verified.key()).isEqualTo(old));
        assertThat(AuthToken.verify(query, KeyRing.of(KEY, old), NOW.plusMillis(1)))
                .isEqualTo(new Rejected(Rejection.AUTH_TOKEN_MISMATCH));
        assertThat(AuthToken.verify(query, KeyRing.of(old), NOW.plusMillis(1)))
                .isEqualTo(new Rejected(Rejection.NO_ACTIVE_KEY));
    }

    @Test
    void aLongQueryMadeToBeDecodedForeverIsRefusedInTime() {
        String endless =
                "email=" + "%25".repeat(300_000) + "&timeStamp=" + TIME_STAMP + "&authToken=" + "A".repeat(43) + "=";
        var many = new StringBuilder("timeStamp=" + TIME_STAMP + "&authToken=" + "A".repeat(43) + "=");
        for (int at = 0; at < 100_000; at++) {
            many.append("&n").append(at).append('=');
        }

        long start = System.nanoTime();
        assertThat(verify(endless)).isEqualTo(new Rejected(Rejection.AUTH_TOKEN_MISMATCH));
        assertThat(verify(many.toString())).isEqualTo(new Rejected(Rejection.MESSAGE_UNREADABLE));
        // Quadratic would be minutes.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsSignedHasATimeStampAndNoToken() {
        assertThatThrownBy(() -> AuthToken.sign(KEY, Map.of("activity", "newInstance")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timeStamp");
        assertThatThrownBy(() -> AuthToken.sign(KEY, Map.of("timeStamp", TIME_STAMP, "authToken", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("authToken");
    }

    @Test
    void aVerifiedCallShowsNeitherTokenNorPersonalDataInALog() {
        var signed = new LinkedHashMap<>(Map.of("customerName", "Qinghe", "timeStamp", TIME_STAMP));
        String token = AuthToken.sign(KEY, signed);

        assertThat(verify(Queries.of(signed, token)).toString())
                .contains("customerName", "v1")
                .doesNotContain("Qinghe", token, KEY.secret());
    }

    private static TokenCheck verify(String query) {
        return AuthToken.verify(query, KeyRing.of(KEY), NOW);
    }
}
