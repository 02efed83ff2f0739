package io.koobridge.gateway.dialect.saas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.Translation.NotUnderstood;
import io.koobridge.gateway.dialect.Translation.Understood;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SaasTranslatorTest {

    @Test
    void aPurchaseIsItsOrderAndNothingElse() {
        assertThat(translate("""
                        {"activity":"newInstance","businessId":"b","orderId":"o","orderLineId":"l","unknown":[1]}"""))
                .isEqualTo(new Understood(
                        new Activity("newInstance", true), new Command.Purchase(new OrderKey("o", "l", null)), false));
    }

    @Test
    void aQueryIsItsIdsWithoutBlanksAndRepetitions() {
        assertThat(translate("{\"activity\":\"queryInstance\",\"instanceId\":\" b ,a,,b\",\"testFlag\":\"1\"}"))
                .isEqualTo(new Understood(
                        new Activity("queryInstance", true), new Command.LookUp(List.of("b", "a")), true));
    }

    @Test
    void numbersKeepTheirSpelling() {
        assertThat(translate("{\"activity\":\"newInstance\",\"orderId\":12345678901234567890,\"orderLineId\":1.10}"))
                .isInstanceOfSatisfying(Understood.class, understood -> assertThat(understood.command())
                        .isEqualTo(new Command.Purchase(new OrderKey("12345678901234567890", "1.10", null))));
    }

    @Test
    void theFirstFieldThatIsWrongIsNamed() {
        assertThat(translate("{\"activity\":\"newInstance\",\"orderId\":{},\"orderLineId\":null}"))
                .isEqualTo(new NotUnderstood(new Activity("newInstance", true), "orderId is not text"));
    }

    @Test
    void anActivityThatIsKnownButNotCarriedOutKeepsItsNameForOperators() {
        assertThat(translate("{\"activity\":\"changeInstanceCheck\",\"instanceId\":\"i\"}"))
                .isEqualTo(new NotUnderstood(new Activity("changeInstanceCheck", false), "activity is unknown"));
    }

    @Property
    void everyObjectIsTranslatedOrRefusedWithoutRepeatingIt(
            @ForAll("activities") String activity, @ForAll("values") String one, @ForAll("values") String other) {
        var body = "{\"activity\":%s,\"orderId\":%s,\"orderLineId\":%s,\"instanceId\":%s,\"testFlag\":%s}"
                .formatted(activity, one, other, one, other);

        var translation = translate(body);

        if (translation instanceof NotUnderstood notUnderstood) {
            assertThat(notUnderstood.why()).matches("[a-zA-Z]+ (is|has) [a-z0-9 ]+");
        }
    }

    @Property
    void anyBytesAreReadOrNot(@ForAll byte[] body) {
        assertThat(SaasJson.read(body)).isNotNull();
    }

    @Provide
    Arbitrary<String> activities() {
        return Arbitraries.of("\"newInstance\"", "\"queryInstance\"", "\"\"", "null", "7", "[]");
    }

    @Provide
    Arbitrary<String> values() {
        var texts = Arbitraries.strings()
                .ofMaxLength(80)
                .map(text -> new String(SaasJson.write(SaasJson.object().put("x", text)), UTF_8))
                .map(object -> object.substring(5, object.length() - 1));
        return Arbitraries.oneOf(texts, Arbitraries.of("null", "true", "-0", "1e3", "[\"x\"]", "{\"x\":1}", "\"1\""));
    }

    private static Translation translate(String body) {
        return SaasTranslator.translate(SaasJson.read(body.getBytes(UTF_8)).orElseThrow());
    }
}
