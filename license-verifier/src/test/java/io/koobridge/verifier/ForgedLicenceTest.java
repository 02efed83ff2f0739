package io.koobridge.verifier;

import static io.koobridge.verifier.Licences.CLAIMS;
import static io.koobridge.verifier.Licences.FINGERPRINT;
import static io.koobridge.verifier.Licences.HEADER;
import static io.koobridge.verifier.Licences.KEYS;
import static io.koobridge.verifier.Licences.PRODUCT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.verifier.LicenseVerifier.Here;
import io.koobridge.verifier.LicenseVerifier.Reason;
import io.koobridge.verifier.LicenseVerifier.Result;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedLicenceTest {

    private static final Here HERE =
            Here.of(PRODUCT, Instant.parse("2026-06-01T00:00:00Z")).on(FINGERPRINT);
    private static final String SPELLINGS = "ABab01-_=.+/ \u0000\u00e9\n";

    private final LicenseVerifier verifier = new LicenseVerifier(KEYS);

    /** At every position every kind of character, and above all those that differ in the bits which base64 throws away. */
    @Tag("promise:offline-licence")
    @Test
    void oneChangedByteAtAnyPlaceIsRefused() {
        var licence = Licences.licence();

        assertThat(IntStream.range(0, licence.length())
                        .boxed()
                        .flatMap(at -> changedAt(licence, at))
                        .filter(changed -> verifier.verify(changed, HERE) instanceof Result.Valid))
                .isEmpty();
    }

    private static Stream<String> changedAt(String licence, int at) {
        var neighbours = Stream.of((char) (licence.charAt(at) ^ 1), (char) (licence.charAt(at) + 1));
        return Stream.concat(neighbours, SPELLINGS.chars().mapToObj(character -> (char) character))
                .filter(character -> character != licence.charAt(at))
                .map(character -> licence.substring(0, at) + character + licence.substring(at + 1));
    }

    @Tag("promise:offline-licence")
    @Test
    void oneMissingOrDoubledByteIsRefused() {
        var licence = Licences.licence();

        assertThat(IntStream.range(0, licence.length())
                        .boxed()
                        .flatMap(at -> Stream.of(
                                licence.substring(0, at) + licence.substring(at + 1),
                                licence.substring(0, at + 1) + licence.substring(at))))
                .allSatisfy(
                        changed -> assertThat(verifier.verify(changed, HERE)).isInstanceOf(Result.Refused.class));
    }

    @Test
    void anotherKeyOfTheSameNameIsNoKey() {
        assertThat(verify(Licences.signed(HEADER, CLAIMS, Licences.OTHER_KEY))).isEqualTo(Reason.BAD_SIGNATURE);
    }

    @Test
    void partsOfTwoLicencesAreNone() {
        var other = Licences.signed(HEADER, CLAIMS.replace("lic1", "lic2")).split("\\.", -1);
        var one = Licences.licence().split("\\.", -1);

        assertThat(verify(one[0] + "." + one[1] + "." + other[2])).isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(verify(one[0] + "." + other[1] + "." + one[2])).isEqualTo(Reason.BAD_SIGNATURE);
    }

    /** The group order is added to the signature's second half: the same equation, another text (RFC 8032 §8.4). */
    @Test
    void aSecondSignatureOfTheSameLicenceIsNone() {
        var parts = Licences.licence().split("\\.", -1);
        var signature = Base64.getUrlDecoder().decode(parts[2]);
        byte[] order = new BigInteger("7237005577332262213973186563042994240857116359379907606001950938285454250989")
                .toByteArray();
        int carry = 0;
        for (int at = 0; at < 32; at++) {
            int sum = (signature[32 + at] & 0xff) + (order[31 - at] & 0xff) + carry;
            signature[32 + at] = (byte) sum;
            carry = sum >> 8;
        }

        assertThat(verify(parts[0] + "." + parts[1] + "." + Licences.base64(signature)))
                .isEqualTo(Reason.BAD_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"kid\":\"k1\",\"typ\":\"koobridge-license+jwt\"}",
                "{\"alg\":\"HS256\",\"kid\":\"k1\",\"typ\":\"koobridge-license+jwt\"}",
                "{\"alg\":\"eddsa\",\"kid\":\"k1\",\"typ\":\"koobridge-license+jwt\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"JWT\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"k1\"}",
                "{\"alg\":\"EdDSA\",\"typ\":\"koobridge-license+jwt\"}",
                "{\"alg\":\"EdDSA\",\"kid\":[\"k1\"],\"typ\":\"koobridge-license+jwt\"}",
                "{\"alg\":\"EdDSA\",\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"koobridge-license+jwt\"}",
                "{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"koobridge-license+jwt\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"typ\":\"koobridge-license+jwt\",\"jwk\":{}}",
                "[]",
                "\"\"",
                ""
            })
    void aHeaderThatWeDoNotWriteIsRefusedThoughItIsSigned(String header) {
        assertThat(verify(Licences.signed(header, CLAIMS))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void noSignatureAndOneByThePublicKeyAreNone() throws GeneralSecurityException {
        var none = content("none");
        var hmac = content("HS256");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(Licences.X), "HmacSHA256"));

        assertThat(verify(none + ".")).isEqualTo(Reason.MALFORMED);
        assertThat(verify(hmac + "." + Licences.base64(mac.doFinal(hmac.getBytes(UTF_8)))))
                .isEqualTo(Reason.MALFORMED);
        assertThat(verify(content("EdDSA") + ".")).isEqualTo(Reason.BAD_SIGNATURE);
    }

    private static String content(String algorithm) {
        return Licences.base64(HEADER.replace("EdDSA", algorithm).getBytes(UTF_8)) + "."
                + Licences.base64(CLAIMS.getBytes(UTF_8));
    }

    static List<String> claimsThatAreNone() {
        return List.of(
                "",
                "null",
                "[]",
                CLAIMS + "}",
                CLAIMS + CLAIMS,
                CLAIMS.replace("{", "{,"),
                CLAIMS.replace("}", ",}"),
                CLAIMS.replace("}", ",\"sub\":\"c2\"}"),
                CLAIMS.replace("}", ",\"x\":{\"a\":1,\"a\":1}}"),
                CLAIMS.replace("}", ",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}"),
                CLAIMS.replace("}", ",\"x\":truex}"),
                CLAIMS.replace("}", ",\"x\":01}"),
                CLAIMS.replace("}", ",\"x\":-}"),
                CLAIMS.replace("}", ",\"x\":NaN}"),
                CLAIMS.replace("}", ",\"x\":'1'}"),
                CLAIMS.replace("}", ",\"x\":[1,]}"),
                CLAIMS.replace("}", ",\"x\":[1 2]}"),
                CLAIMS.replace("}", ",\"x\":\"\\q\"}"),
                CLAIMS.replace("}", ",\"x\":\"\\u12g4\"}"),
                CLAIMS.replace("}", ",\"x\":\"\u0001\"}"),
                CLAIMS.replace("}", ",\"x\":\"" + "x".repeat(9_000) + "\"}"),
                CLAIMS.replace("\"quantity\":3", "\"quantity\":\"3\""),
                CLAIMS.replace("\"quantity\":3", "\"quantity\":3.0"),
                CLAIMS.replace("\"quantity\":3", "\"quantity\":-3"),
                CLAIMS.replace("\"quantity\":3", "\"quantity\":9999999999999999999"),
                CLAIMS.replace("\"quantity\":3", "\"quantity\":null"),
                CLAIMS.replace(",\"quantity\":3", ""),
                CLAIMS.replace("1798761600", "253402300800"),
                CLAIMS.replace("1798761600", "null"),
                CLAIMS.replace("\"jti\":\"lic1\"", "\"jti\":\"\""),
                CLAIMS.replace("\"OFFI-EXAMPLE-01\"", "[\"OFFI-EXAMPLE-01\"]"));
    }

    @ParameterizedTest
    @MethodSource("claimsThatAreNone")
    void claimsThatWeDoNotWriteAreRefusedThoughTheyAreSigned(String claims) {
        assertThat(verify(Licences.signed(HEADER, claims))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void claimsThatWeMayWriteOneDayDoNoHarm() {
        var later = CLAIMS.replace(
                "{", "{ \"later\" : [ {\"a\\u0041\\n\": -1.5e+3}, true, false, null, \"\u6f22\\/\" ] ,\t");

        assertThat(verifier.verify(Licences.signed(HEADER, later), HERE)).isInstanceOf(Result.Valid.class);
    }

    @Property
    void whateverIsGivenIsRefusedAndThrowsNothing(@ForAll String text) {
        assertThat(verifier.verify(text, HERE)).isInstanceOf(Result.Refused.class);
        assertThat(LicenseVerifier.unverified(text)).isEmpty();
        assertThat(new LicenseVerifier(text).keyIds()).isEmpty();
    }

    @Property
    void whateverBytesAreSignedThrowNothing(@ForAll byte[] header, @ForAll byte[] claims) {
        var text = Licences.base64(header) + "." + Licences.base64(claims) + "." + Licences.base64(claims);

        assertThat(verify(text)).isEqualTo(Reason.MALFORMED);
    }

    @Property
    void damagedClaimsThatAreSignedThrowNothing(
            @ForAll @IntRange(max = 200) int at, @ForAll @IntRange(max = 20) int length, @ForAll String instead) {
        var damaged =
                new StringBuilder(CLAIMS).replace(at, at + length, instead).toString();
        var licence = Licences.signed(HEADER, damaged);

        assertThat(verifier.verify(licence, HERE)).isNotNull();
        assertThat(LicenseVerifier.unverified(licence)).isNotNull();
    }

    @Property
    void aDamagedKeySetThrowsNothing(
            @ForAll @IntRange(max = 110) int at, @ForAll @IntRange(max = 20) int length, @ForAll String instead) {
        var damaged = new StringBuilder(KEYS).replace(at, at + length, instead).toString();

        assertThat(new LicenseVerifier(damaged).verify(Licences.licence(), HERE))
                .isNotNull();
    }

    private Reason verify(String licence) {
        var result = verifier.verify(licence, HERE);
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused) result).reason();
    }
}
