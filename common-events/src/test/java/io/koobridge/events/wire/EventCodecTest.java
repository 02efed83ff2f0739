package io.koobridge.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final byte[] EMPTY_OBJECT = "{}".getBytes(UTF_8);

    private final EventCodec<InstanceFact> codec = new EventCodec<>(EventFamily.INSTANCE_FACTS);

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "type", "source", "subject", "time", "receivedtime", "schemaversion"})
    void aMissingAttributeIsNamed(String attribute) {
        var headers = headers();
        headers.remove("ce_" + attribute);

        assertThat(why(headers, EMPTY_OBJECT)).isEqualTo("attribute %s is missing".formatted(attribute));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            schemaversion, 2,      schemaversion 2 is newer than 1: roll out readers first
            schemaversion, 0,      'schemaversion is 0, the first one is 1'
            schemaversion, one,    attribute schemaversion is not a number: one
            specversion,   0.3,    'specversion is 0.3, not 1.0'
            time,          today,  attribute time is not an RFC 3339 time: today
            receivedtime,  now,    attribute receivedtime is not an RFC 3339 time: now
            id,            ' ',    'event id must have 1 to 128 characters, not all blank, has 1'
            time,          +10000-01-01T00:00:00Z, 'event asOf must be in the years 0 to 9999, is +10000-01-01T00:00:00Z'
            """)
    void anAttributeThatCannotBeReadIsNamed(String attribute, String value, String why) {
        var headers = headers();
        headers.put("ce_" + attribute, value);

        assertThat(why(headers, EMPTY_OBJECT)).isEqualTo(why);
    }

    @Test
    void anUnknownTypeIsToldWhichAreKnown() {
        var headers = headers();
        headers.put("ce_type", "io.koobridge.fact.instance.melted");

        assertThat(why(headers, EMPTY_OBJECT))
                .isEqualTo("type io.koobridge.fact.instance.melted is not one of io.koobridge.fact.instance.frozen, "
                        + "io.koobridge.fact.instance.order-learned, io.koobridge.fact.instance.purchased, "
                        + "io.koobridge.fact.instance.released, io.koobridge.fact.instance.term-changed, "
                        + "io.koobridge.fact.instance.unfrozen, io.koobridge.fact.instance.upgrade-ordered");
    }

    /** What a newer writer says may mean something else, so even its type is not looked at. */
    @Test
    void aNewerSchemaIsTheFirstComplaint() {
        var headers = headers();
        headers.put("ce_schemaversion", "2");
        headers.put("ce_type", "io.koobridge.fact.instance.melted");

        assertThat(why(headers, EMPTY_OBJECT)).startsWith("schemaversion 2 is newer");
    }

    @Test
    void aTombstoneIsNoEvent() {
        assertThat(codec.decode(headers(), null)).isEqualTo(new Decoded.Unreadable<>("the record has no data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no event", "{", "{} {}", "{\"a\":1,\"a\":2}"})
    void whatIsNotJsonIsUnreadable(String data) {
        assertThat(why(headers(), data.getBytes(UTF_8)))
                .containsAnyOf("not JSON: ", "is not a JSON object", "Trailing token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "[]", "\"text\""})
    void jsonThatIsNoObjectIsUnreadable(String data) {
        assertThat(why(headers(), data.getBytes(UTF_8)))
                .isEqualTo("data of io.koobridge.fact.instance.frozen is not a JSON object");
        assertThat(codec.decodeStructured(data.getBytes(UTF_8)))
                .isEqualTo(new Decoded.Unreadable<>("attribute specversion is missing"));
    }

    @Test
    void aHugeRecordIsNotLookedInto() {
        var data = ("{\"a\":\"" + "x".repeat(1024 * 1024) + "\"}").getBytes(UTF_8);

        assertThat(why(headers(), data)).isEqualTo("the event has 1048584 bytes, at most 1048576 are read");
    }

    /** Jackson throws something else than its own exception there. */
    @Test
    void aNumberBeyondAllNumbersIsUnreadable() {
        var data = "{\"addedLater\":1E+99999999999}".getBytes(UTF_8);

        assertThat(why(headers(), data)).contains("1E+99999999999");
        assertThat(codec.decodeStructured(data)).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void aDeepRecordIsGivenUp() {
        assertThat(why(headers(), "[".repeat(100_000).getBytes(UTF_8))).contains("nesting depth");
    }

    @Test
    void theSentenceStaysShortWhateverItRepeats() {
        var headers = headers();
        headers.put("ce_type", "x".repeat(100_000));

        assertThat(why(headers, EMPTY_OBJECT)).hasSizeLessThanOrEqualTo(1_001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBrokenTraceCostsNoEvent(String trace) {
        assertThat(withTrace(trace)).isEqualTo(codec.decode(headers(), EMPTY_OBJECT));
        assertThat(withTrace("x".repeat(257))).isEqualTo(codec.decode(headers(), EMPTY_OBJECT));
    }

    @Test
    void headersOfOthersAreIgnored() {
        var headers = headers();
        headers.put("spring_json_header_types", "{}");
        headers.put("koobridge_reason", "unreadable");

        assertThat(codec.decode(headers, EMPTY_OBJECT))
                .isInstanceOfSatisfying(
                        Decoded.Intact.class,
                        intact -> assertThat(intact.event().data()).isEqualTo(new InstanceFrozen()));
    }

    @Test
    void theKeyIsTheSubject() {
        assertThat(Example.all())
                .allSatisfy(example -> assertThat(example.encoded().key())
                        .isEqualTo(example.event().subject()));
    }

    private Decoded<InstanceFact> withTrace(String trace) {
        var headers = headers();
        headers.put("ce_traceparent", trace);
        return codec.decode(headers, EMPTY_OBJECT);
    }

    private String why(Map<String, String> headers, byte[] data) {
        return switch (codec.decode(headers, data)) {
            case Decoded.Unreadable<InstanceFact>(var why) -> why;
            case Decoded.Intact<InstanceFact>(var event) -> throw new AssertionError("readable: " + event);
        };
    }

    private static Map<String, String> headers() {
        return new LinkedHashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", "id",
                "ce_type", "io.koobridge.fact.instance.frozen",
                "ce_source", "/koogallery/saas",
                "ce_subject", "kb1",
                "ce_time", "2026-02-22T16:27:02.400Z",
                "ce_receivedtime", "2026-02-22T16:27:02.431Z",
                "ce_schemaversion", "1"));
    }
}
