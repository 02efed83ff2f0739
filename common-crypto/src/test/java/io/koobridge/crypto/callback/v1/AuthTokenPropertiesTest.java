package io.koobridge.crypto.callback.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.crypto.callback.v1.TokenCheck.Rejected;
import io.koobridge.crypto.callback.v1.TokenCheck.Verified;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.key.KeyRing;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class AuthTokenPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-03-31T01:15:10Z");
    private static final AccessKey KEY = new AccessKey("v1", "a-secret-made-up", null);
    private static final KeyRing KEYS = KeyRing.of(KEY);
    private static final String TIME_STAMP = "20260331011507482";

    @Property
    void whatWasSignedVerifiesAsItWas(@ForAll("parameters") Map<String, String> parameters) {
        TokenCheck check = AuthToken.verify(Queries.of(parameters, AuthToken.sign(KEY, parameters)), KEYS, NOW);

        assertThat(check).isEqualTo(new Verified(KEY, AuthToken.sign(KEY, parameters), parameters));
    }

    /** Written another way: loops and the JDK alone. */
    @Property
    void theTokenIsWhatTheJdkAloneMakesOfIt(@ForAll("parameters") Map<String, String> parameters)
            throws GeneralSecurityException {
        var text = new StringBuilder();
        for (var each : new TreeMap<>(parameters).entrySet()) {
            text.append(text.isEmpty() ? "" : "&")
                    .append(each.getKey())
                    .append("=")
                    .append(each.getValue());
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec((KEY.secret() + TIME_STAMP).getBytes(UTF_8), "HmacSHA256"));

        assertThat(AuthToken.sign(KEY, parameters))
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(mac.doFinal(text.toString().getBytes(UTF_8))));
    }

    @Tag("promise:only-the-signed")
    @Property(tries = 2000)
    void aChangedCharacterNeverGivesAnotherCall(
            @ForAll("parameters") Map<String, String> parameters,
            @ForAll @IntRange(max = 1 << 16) int position,
            @ForAll("characters") char character) {
        String query = Queries.of(parameters, AuthToken.sign(KEY, parameters));
        int at = position % query.length();
        String changed = query.substring(0, at) + character + query.substring(at + 1);

        assertRefusedOrTheSame(changed, parameters);
    }

    @Property(tries = 2000)
    void aCharacterMoreOrLessNeverGivesAnotherCall(
            @ForAll("parameters") Map<String, String> parameters,
            @ForAll @IntRange(max = 1 << 16) int position,
            @ForAll("characters") char character,
            @ForAll boolean more) {
        String query = Queries.of(parameters, AuthToken.sign(KEY, parameters));
        int at = position % query.length();
        String changed = query.substring(0, at) + (more ? character : "") + query.substring(more ? at : at + 1);

        assertRefusedOrTheSame(changed, parameters);
    }

    /** The signed text stays the very same. */
    @Tag("promise:only-the-signed")
    @Property
    void aValueThatTookOverItsNeighbourIsNeverAnotherCall(
            @ForAll("parameters") Map<String, String> parameters, @ForAll @IntRange(max = 7) int position) {
        var signed = new TreeMap<>(parameters);
        signed.put("a", "1");
        var names = List.copyOf(signed.keySet());
        var taker = names.get(position % (names.size() - 1));
        var taken = names.get(names.indexOf(taker) + 1);
        var moved = new TreeMap<>(signed);
        moved.put(taker, signed.get(taker) + '&' + taken + '=' + moved.remove(taken));

        assertThat(AuthToken.verify(Queries.of(moved, AuthToken.sign(KEY, signed)), KEYS, NOW))
                .isEqualTo(new Rejected(
                        taken.equals(AuthToken.TIME_STAMP)
                                ? Rejection.TIME_STAMP_MISSING
                                : taker.equals(AuthToken.TIME_STAMP)
                                        ? Rejection.TIME_STAMP_MALFORMED
                                        : Rejection.AUTH_TOKEN_AMBIGUOUS));
    }

    @Tag("promise:only-the-signed")
    @Property
    void anotherSecretNeverVerifies(@ForAll("parameters") Map<String, String> parameters) {
        var other = new AccessKey("other", "another-secret", null);

        assertThat(AuthToken.verify(Queries.of(parameters, AuthToken.sign(other, parameters)), KEYS, NOW))
                .isInstanceOf(Rejected.class);
    }

    @Property
    void anyQueryIsRefusedWithoutAnException(@ForAll String query) {
        assertThat(AuthToken.verify(query, KEYS, NOW)).isInstanceOf(Rejected.class);
    }

    @Property
    void anyTextThatLooksLikeAQueryIsRefusedWithoutAnException(@ForAll("almostQueries") String query) {
        assertThat(AuthToken.verify(
                        query + "&timeStamp=20260331011507482&authToken=" + "A".repeat(43) + "=", KEYS, NOW))
                .isInstanceOf(Rejected.class);
    }

    @Property
    void anyBodyAndHeaderAreRefusedWithoutAnException(@ForAll byte[] body, @ForAll String header) {
        assertThat(AuthToken.verifyBody(header, body, KEYS, NOW)).isInstanceOf(Rejected.class);
    }

    @Property
    void anyTextThatLooksLikeJsonIsRefusedWithoutAnException(@ForAll("almostJson") String text) {
        String body = "{\"timeStamp\":\"20260331011507482\",\"a\":" + text + "}";

        assertThat(AuthToken.verifyBody("A".repeat(43) + "=", body.getBytes(UTF_8), KEYS, NOW))
                .isInstanceOf(Rejected.class);
    }

    @Provide
    Arbitrary<Map<String, String>> parameters() {
        Arbitrary<String> names = Arbitraries.oneOf(
                Arbitraries.of("mobilePhone", "email", "saasExtendParams", "activity", "testFlag"),
                Arbitraries.strings().alpha().withChars("_0 +%名").ofMinLength(1).ofMaxLength(6));
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("青禾%+& =\u00e9")
                .ofMaxLength(20)
                .map(AuthTokenPropertiesTest::certain);
        return Arbitraries.maps(names, values)
                .uniqueKeys(AuthTokenPropertiesTest::asAFormReads)
                .ofMaxSize(8)
                .map(AuthTokenPropertiesTest::withTimeStamp);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.oneOf(
                Arbitraries.of('&', '=', '%', '+', ' ', '0', '2', '5'),
                Arbitraries.chars().ascii());
    }

    @Provide
    Arbitrary<String> almostQueries() {
        return Arbitraries.strings()
                .withChars("ab=&+%0123456789abcdefABCDEF \ud800青")
                .ofMaxLength(80);
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.strings()
                .withChars("{}[]\",:\\u0123456789abcdeE+-. \n\ttrufalsn实\ud800")
                .ofMaxLength(60);
    }

    /** What a reader takes for the name who reads a plus as a blank; two such names are one to it, and refused as repeated. */
    private static String asAFormReads(String name) {
        return name.replace('+', ' ');
    }

    /** Without anything that could be another parameter. */
    private static String certain(String value) {
        int ampersand = value.indexOf('&');
        return ampersand < 0
                ? value
                : value.substring(0, ampersand) + value.substring(ampersand).replace('=', '-');
    }

    private static void assertRefusedOrTheSame(String query, Map<String, String> parameters) {
        switch (AuthToken.verify(query, KEYS, NOW)) {
            case Rejected refused ->
                assertThat(refused.rejection().explanation()).isNotBlank();
            case Verified verified ->
                assertThat(withoutBlank(verified.parameters())).isEqualTo(withoutBlank(parameters));
        }
    }

    private static Map<String, String> withoutBlank(Map<String, String> parameters) {
        var rest = new LinkedHashMap<>(parameters);
        rest.values().removeIf(String::isBlank);
        return rest;
    }

    private static Map<String, String> withTimeStamp(Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.remove("authToken");
        all.put("timeStamp", TIME_STAMP);
        return all;
    }
}
