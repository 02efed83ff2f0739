package io.koobridge.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.signing.CallbackSignature;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaultTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> MEMBERS =
            Map.of("activity", "releaseInstance", "instanceId", "kb1", "expireTime", "20271122155959");
    private static final Stamp HONEST = Stamp.at("key", 1_730_000_000_123L, "nonce");

    @Property
    void aChangedBodyIsStillJsonAndDiffersInOneByte(
            @ForAll @AlphaChars @NotEmpty String name, @ForAll @AlphaChars @NotEmpty String value) {
        Written written = new BodyChanged().written(Map.of(name, value));

        int differing = 0;
        for (int i = 0; i < written.sent().length; i++) {
            differing += written.sent()[i] == written.signed()[i] ? 0 : 1;
        }
        assertThat(written.sent()).hasSameSizeAs(written.signed());
        assertThat(differing).isEqualTo(1);
        assertThat(JSON.readTree(written.sent()).isObject()).isTrue();
    }

    @Test
    void theUncanonicalBodySaysTheSameAndIsSignedOverItsCanonicalForm() {
        Written written = new NotCanonical().written(MEMBERS);

        Map<String, JsonNode> said = new TreeMap<>();
        JSON.readTree(written.sent()).properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                said.put(member.getKey(), member.getValue());
            }
        });
        assertThat(JSON.writeValueAsBytes(said)).isEqualTo(written.signed());
        assertThat(new String(written.sent(), StandardCharsets.UTF_8))
                .contains("\n")
                .contains("null");
    }

    @Test
    void stampsDifferInOneThing() {
        assertThat(new ClockSkew(-120).stamp(HONEST).timestamp()).isEqualTo("1729999880123");
        assertThat(new SecondsTimestamp().stamp(HONEST).timestamp()).isEqualTo("1730000000");
        assertThat(new WrongKey().stamp(HONEST).accessKey()).isNotEqualTo("key");
    }

    @Test
    void queriesDifferInSpellingAlone() {
        CallbackSignature honest = new CallbackSignature("AB12", "1", "n");

        assertThat(new LowerCaseSignature().query(honest)).isEqualTo("signature=ab12&timestamp=1&nonce=n");
        assertThat(new UpperCaseSignature().query(honest)).isEqualTo(honest.query());
        assertThat(new RepeatedParameter("nonce").query(honest)).isEqualTo(honest.query() + "&nonce=n");
    }

    @Test
    void numbersReplaceDigitsOnly() {
        assertThat(new NumbersForStrings().members(MEMBERS))
                .containsEntry("expireTime", 20271122155959L)
                .containsEntry("instanceId", "kb1")
                .containsEntry("testFlag", 0);
    }

    @Test
    void whatMustBeRefusedIsAnAdditionalCall() {
        assertThat(Catalogue.all().stream().filter(Fault::additional).map(Fault::name))
                .containsExactlyInAnyOrder(
                        "CLOCK_SKEW",
                        "WRONG_KEY",
                        "BODY_CHANGED",
                        "REPEATED_PARAMETER",
                        "UNKNOWN_ACTIVITY",
                        "TAMPERED_PARAMETER",
                        "KEY_WITHOUT_TIMESTAMP",
                        "REPEATED_NAME",
                        "BROKEN_TOKEN");
    }

    @Test
    void onlyAClearContradictionBreaksAPromise() {
        assertThat(Expected.signatureRefused().broken("000000")).isTrue();
        assertThat(Expected.signatureRefused().broken("000005")).isFalse();
        assertThat(Expected.success().broken("000001")).isTrue();
        assertThat(Expected.success().broken(null)).isFalse();
    }

    @Test
    void everyFaultFitsSomeCallAndOnlyGenericOnesFitBoth() {
        assertThat(Catalogue.all()).allMatch(fault -> !Fits.editions(fault).isEmpty());
        assertThat(Catalogue.all().stream()
                        .filter(fault -> Fits.v1(fault) && Fits.v2(fault))
                        .map(Fault::name))
                .containsExactlyInAnyOrder(
                        "DUPLICATE",
                        "CONCURRENT_DUPLICATES",
                        "REORDER",
                        "WRONG_KEY",
                        "UNKNOWN_ACTIVITY",
                        "SLOW_READER",
                        "CUT_CONNECTION");
    }
}
