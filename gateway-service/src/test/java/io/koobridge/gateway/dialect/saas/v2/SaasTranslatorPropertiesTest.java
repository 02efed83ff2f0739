package io.koobridge.gateway.dialect.saas.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.json.CallJson;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is said: it is understood or refused, and never repeated. */
class SaasTranslatorPropertiesTest {

    @Property
    void everyObjectIsTranslatedOrRefusedWithoutRepeatingIt(
            @ForAll("activities") String activity, @ForAll("values") String one, @ForAll("values") String other) {
        var body = """
                {"activity":%s,"orderId":%s,"orderLineId":%s,"instanceId":%s,"testFlag":%s,
                 "scene":%s,"expireTime":%s,"status":%s,"productInfo":%s}""".formatted(activity, one, other, one, other, one, other, one, other);

        var translation = translate(body);

        if (translation instanceof NotUnderstood notUnderstood) {
            assertThat(notUnderstood.why()).matches("[a-zA-Z]+ (is|has) [a-z0-9 ]+");
        }
    }

    @Property
    void anyBytesWithinATextAreReadAsTheyAreOrNotAtAll(@ForAll("pieces") byte[] piece) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"a\":\"".getBytes(UTF_8));
        body.writeBytes(piece);
        body.writeBytes("\"}".getBytes(UTF_8));

        var read = CallJson.read(body.toByteArray());

        var text = new String(piece, UTF_8);
        if (!Arrays.equals(text.getBytes(UTF_8), piece) || text.chars().anyMatch(character -> character < ' ')) {
            assertThat(read).isEmpty();
        } else if (text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
            assertThat(read).contains(CallJson.object().put("a", text));
        } else {
            read.ifPresent(node ->
                    assertThat(CallJson.read(CallJson.write((ObjectNode) node))).contains(node));
        }
    }

    @Property
    void bytesThatAreNoObjectAreNotRead(@ForAll byte[] body) {
        boolean mayBeOne = new String(body, UTF_8).strip().startsWith("{");

        assertThat(CallJson.read(body).isPresent()).isIn(false, mayBeOne);
    }

    @Provide
    Arbitrary<byte[]> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(12),
                Arbitraries.strings().ofMaxLength(20).map(text -> text.getBytes(UTF_8)),
                Arbitraries.strings()
                        .withChars("\"\\/u0dn{}:,é")
                        .ofMaxLength(12)
                        .map(text -> text.getBytes(UTF_8)));
    }

    @Provide
    Arbitrary<String> activities() {
        return Arbitraries.of(
                "\"newInstance\"",
                "\"queryInstance\"",
                "\"refreshInstance\"",
                "\"updateInstanceStatus\"",
                "\"releaseInstance\"",
                "\"upgradeInstance\"",
                "\"changeInstanceCheck\"",
                "\"\"",
                "null",
                "7",
                "[]");
    }

    @Provide
    Arbitrary<String> values() {
        var texts = Arbitraries.strings()
                .ofMaxLength(80)
                .map(text -> new String(CallJson.write(CallJson.object().put("x", text)), UTF_8))
                .map(object -> object.substring(5, object.length() - 1));
        return Arbitraries.oneOf(
                texts,
                Arbitraries.of(
                        "null",
                        "true",
                        "-0",
                        "1e3",
                        "[\"x\"]",
                        "{\"x\":1}",
                        "\"1\"",
                        "\"RENEWAL\"",
                        "\"FREEZE\"",
                        "20261027155959"));
    }

    private static Translation translate(String body) {
        return SaasTranslator.translate(CallJson.read(body.getBytes(UTF_8)).orElseThrow(), () -> "call-1");
    }
}
