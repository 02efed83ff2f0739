package io.koobridge.cli.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.cli.explain.ParameterMistake.Kind;
import io.koobridge.crypto.callback.v1.BodyReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the joint-operations kit in V1, signed with the JDK alone. */
class TokenKitExplanationTest {

    private static final String SECRET = "an-invented-key-of-the-kit";
    private static final String TIME_STAMP = "20260101080000123";
    private static final List<GivenKey> KEYS = List.of(new GivenKey("kit", SECRET, true));
    private static final String BODY =
            "{\"tenantId\":\"t\",\"flag\":1,\"name\":\"A & B=C\",\"instanceId\":\"\",\"userList\":\"[{\\\"userName\\\":\\\"u\\\"}]\",\"timeStamp\":\"20260101080000123\"}";
    private static final String SIGNED =
            "flag=1&name=A & B=C&tenantId=t&timeStamp=20260101080000123&userList=[{\"userName\":\"u\"}]";

    @Tag("promise:explanations-are-right")
    @Test
    void aRightTokenIsRightInQuotationMarksToo() {
        for (var diagnosis : List.of(explain(token(SIGNED), BODY), explain('"' + token(SIGNED) + '"', BODY))) {
            assertThat(diagnosis.right()).as(diagnosis.toString()).isTrue();
            assertThat(diagnosis.finding()).isEqualTo(new Finding.Verified(KEYS.getFirst(), BodyReading.PLAIN));
            assertThat(diagnosis.conclusion()).isEqualTo("The call is right: a gateway with key 'kit' takes it.");
        }
    }

    @Tag("promise:explanations-are-right")
    @Test
    void ofAMemberThatRepeatsTheLastOneCountsAndAByteOrderMarkDoesNot() {
        var body = "\ufeff" + BODY.replace("{\"tenantId\"", "{\"tenantId\":\"old\",\"tenantId\"");

        assertThat(explain(token(SIGNED), body).right()).isTrue();
    }

    @Tag("promise:explanations-are-right")
    @Test
    void eachMistakeIsExplainedAsExactlyThatMistake() {
        assertThat(explain(token(BODY), BODY).finding()).isEqualTo(explained(TokenMistake.SIGNED_WHOLE));
        assertThat(explain(Signer.hex(Base64.getDecoder().decode(token(SIGNED))), BODY)
                        .finding())
                .isEqualTo(explained(TokenMistake.HEX));
        assertThat(explain(
                                token(SIGNED),
                                BODY.replace("\"flag\":1", "\"flag\":\"1&name=A & B=C\"")
                                        .replace("\"name\":\"A & B=C\",", ""))
                        .finding())
                .isEqualTo(explained(new ParameterMistake(Kind.COULD_BE_SEVERAL, "flag")));
    }

    @Test
    void theTokenCountsInTheHeaderAlone() {
        var inBody = BODY.replace("{\"tenantId\"", "{\"authToken\":\"" + token(SIGNED) + "\",\"tenantId\"");

        assertThat(explain(null, inBody).checks())
                .contains(Check.wrong("parameters", "authToken is missing in the header, where alone it counts"));
    }

    @Tag("promise:explanations-are-right")
    @TestFactory
    Stream<DynamicTest> everyVectorIsRight() throws IOException {
        var vectors = JsonMapper.shared()
                .readTree(Files.readString(
                        Path.of("../common-crypto/src/test/resources/vectors/tenant-sync.json"), UTF_8));
        var key = new GivenKey("kit", vectors.path("v1Key").asString(), true);
        return vectors.path("tokens")
                .valueStream()
                .map(vector -> DynamicTest.dynamicTest(vector.path("id").asString(), () -> {
                    var call = new TokenKitBody(
                            vector.path("token").asString(),
                            vector.path("body").asString().getBytes(UTF_8));

                    var diagnosis = TokenExplanation.of(call, List.of(key));

                    assertThat(diagnosis.right()).as(diagnosis.toString()).isTrue();
                    assertThat(diagnosis.values())
                            .isInstanceOfSatisfying(TokenValues.class, values -> assertThat(values.stringToSign())
                                    .isEqualTo(vector.path("message").asString()));
                }));
    }

    @Property(tries = 300)
    void anyBodyHasAnExplanation(@ForAll String header, @ForAll String body) {
        var diagnosis = explain(header, body);

        assertThat(diagnosis.right()).isFalse();
        assertThat(diagnosis.checks()).hasSize(5);
    }

    private static Finding explained(Blame mistake) {
        return new Finding.Explained(KEYS.getFirst(), List.of(mistake));
    }

    private static Diagnosis explain(@Nullable String header, String body) {
        return TokenExplanation.of(new TokenKitBody(header, body.getBytes(UTF_8)), KEYS);
    }

    private static String token(String text) {
        return Base64.getEncoder().encodeToString(Signer.hmac(Signer.bytes(SECRET + TIME_STAMP), Signer.bytes(text)));
    }
}
