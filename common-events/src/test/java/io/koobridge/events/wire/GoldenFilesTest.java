package io.koobridge.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What stands on the topics: a change here is a change of a contract with whoever reads them. */
class GoldenFilesTest {

    static List<Example<?>> examples() {
        return Example.all();
    }

    static List<Example<?>> examplesWithEverything() {
        return examples().stream().filter(example -> example.whole()).toList();
    }

    static List<EventFamily<?>> families() {
        return Stream.of(EventFamily.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == EventFamily.class)
                .<EventFamily<?>>map(field -> {
                    try {
                        return (EventFamily<?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(field.toString(), e);
                    }
                })
                .toList();
    }

    @Tag("promise:events-keep-their-form")
    @ParameterizedTest
    @MethodSource("examples")
    void anEventIsWrittenAsItsFileHasIt(Example<?> example) {
        var written = Golden.written(example.encoded(), example.structured());

        assertThat(written.text()).isEqualTo(Golden.of(example).text());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFileIsReadAsItsEvent(Example<?> example) {
        var golden = Golden.of(example);

        assertThat(example.codec().decode(golden.headers(), golden.data()))
                .isEqualTo(new Decoded.Intact<>(example.event()));
        assertThat(example.codec().decodeStructured(golden.structured()))
                .isEqualTo(new Decoded.Intact<>(example.event()));
    }

    @Tag("promise:events-keep-their-form")
    @ParameterizedTest
    @MethodSource("examples")
    void aMemberThatANewerWriterAddsIsNoObstacle(Example<?> example) {
        var golden = Golden.of(example);
        var data = (ObjectNode) Json.mapper().readTree(golden.data());
        data.putObject("addedLater").put("deep", 1);
        var structured = (ObjectNode) Json.mapper().readTree(golden.structured());
        structured.put("addedlater", "1").set("data", data);

        assertThat(example.codec().decode(with(golden.headers(), "ce_addedlater", "1"), bytes(data)))
                .isEqualTo(new Decoded.Intact<>(example.event()));
        assertThat(example.codec().decodeStructured(bytes(structured)))
                .isEqualTo(new Decoded.Intact<>(example.event()));
    }

    /** A member that no file shows could change without a test that fails. */
    @ParameterizedTest
    @MethodSource("examplesWithEverything")
    void theFileOfATypeShowsEveryMember(Example<?> example) {
        assertThat(Nulls.any(example.event().data())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyTypeHasAFile(EventFamily<?> family) {
        var shown = examplesWithEverything().stream()
                .filter(example -> example.family().equals(family))
                .<Object>map(example -> example.event().data().getClass())
                .collect(Collectors.toSet());

        assertThat(shown).containsAll(family.types().values());
    }

    @Test
    void thereAreFamilies() {
        assertThat(families())
                .contains(
                        EventFamily.INSTANCE_FACTS,
                        EventFamily.INSTANCE_STATES,
                        EventFamily.ORDER_FACTS,
                        EventFamily.ORDER_STATES,
                        EventFamily.TENANT_FACTS,
                        EventFamily.JOURNAL);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        headers.put(name, value);
        return headers;
    }

    private static byte[] bytes(ObjectNode node) {
        return Json.mapper().writeValueAsBytes(node);
    }
}
