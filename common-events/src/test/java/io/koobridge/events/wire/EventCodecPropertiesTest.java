package io.koobridge.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.journal.JournalEntry;
import io.koobridge.events.tenant.TenantFact;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

class EventCodecPropertiesTest {

    @Property
    void anyFactArrivesAsItWasSent(@ForAll("facts") Event<InstanceFact> event) {
        arrives(EventFamily.INSTANCE_FACTS, event);
    }

    @Property
    void anyStateArrivesAsItWasSent(@ForAll("states") Event<InstanceSnapshot> event) {
        arrives(EventFamily.INSTANCE_STATES, event);
    }

    @Property
    void anyFactOfATenantArrivesAsItWasSent(@ForAll("tenantFacts") Event<TenantFact> event) {
        arrives(EventFamily.TENANT_FACTS, event);
    }

    @Property
    void anyJournalEntryArrivesAsItWasSent(@ForAll("entries") Event<JournalEntry> event) {
        arrives(EventFamily.JOURNAL, event);
    }

    @Tag("promise:events-keep-their-form")
    @Property
    void anyBytesAndHeadersAreReadWithoutAThrow(
            @ForAll byte[] data,
            @ForAll("headers") Map<String, String> headers,
            @ForAll("examples") Example<?> example) {
        whole(example.codec().decode(headers, data));
        whole(example.codec().decodeStructured(data));
    }

    @Property(tries = 2_000)
    void anyDamageIsEitherHarmlessOrUnreadable(
            @ForAll("examples") Example<?> example, @ForAll("damage") Damage damage) {
        var golden = Golden.of(example);
        var headers = golden.headers();
        damage.header(headers);

        whole(example.codec().decode(headers, golden.data()));
        whole(example.codec().decode(golden.headers(), damage.bytes(golden.data())));
        whole(example.codec().decodeStructured(damage.bytes(golden.structured())));
    }

    @Property(tries = 2_000)
    void anyMemberReplacedByAnythingIsEitherHarmlessOrUnreadable(
            @ForAll("examples") Example<?> example, @ForAll("damage") Damage damage) {
        var golden = Golden.of(example);

        whole(example.codec().decode(golden.headers(), damage.member(golden.data())));
        whole(example.codec().decodeStructured(damage.member(golden.structured())));
    }

    private static <T> void arrives(EventFamily<T> family, Event<T> event) {
        var codec = new EventCodec<>(family);
        var wire = codec.encode(event);

        assertThat(codec.decode(overKafka(wire.headers()), wire.data())).isEqualTo(new Decoded.Intact<>(event));
        assertThat(codec.decodeStructured(codec.encodeStructured(event))).isEqualTo(new Decoded.Intact<>(event));
    }

    /** Headers are bytes there. */
    private static Map<String, String> overKafka(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        header -> new String(header.getValue().getBytes(UTF_8), UTF_8)));
    }

    private static void whole(Decoded<?> decoded) {
        switch (decoded) {
            case Decoded.Unreadable<?>(var why) -> assertThat(why).isNotBlank();
            case Decoded.Intact<?>(var event) ->
                assertThat(Nulls.forbidden(event)).isEmpty();
        }
    }

    @Provide
    Arbitrary<Event<InstanceFact>> facts() {
        return AnyValue.event(EventFamily.INSTANCE_FACTS);
    }

    @Provide
    Arbitrary<Event<InstanceSnapshot>> states() {
        return AnyValue.event(EventFamily.INSTANCE_STATES);
    }

    @Provide
    Arbitrary<Event<TenantFact>> tenantFacts() {
        return AnyValue.event(EventFamily.TENANT_FACTS);
    }

    @Provide
    Arbitrary<Event<JournalEntry>> entries() {
        return AnyValue.event(EventFamily.JOURNAL);
    }

    @Provide
    Arbitrary<Example<?>> examples() {
        return Arbitraries.of(Example.all());
    }

    @Provide
    Arbitrary<Map<String, String>> headers() {
        var names = Arbitraries.frequencyOf(
                Tuple.of(
                        9,
                        Arbitraries.of(
                                Golden.of(Example.all().getFirst()).headers().keySet())),
                Tuple.of(1, Arbitraries.strings()));
        return Arbitraries.maps(names, Arbitraries.strings()).map(LinkedHashMap::new);
    }

    @Provide
    Arbitrary<Damage> damage() {
        return Damage.any();
    }
}
