package io.koobridge.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Each member of each golden file, left out and set to null. */
class RequiredMembersTest {

    /**
     * One member.
     *
     * @param path of names, from the data down
     */
    private record Member(Example<?> example, List<String> path, boolean optional) {

        Decoded<?> without() {
            return changed((owner, name) -> owner.remove(name));
        }

        Decoded<?> asNull() {
            return changed((owner, name) -> owner.set(name, JsonNodeFactory.instance.nullNode()));
        }

        String name() {
            return path.getLast();
        }

        private Decoded<?> changed(BiConsumer<ObjectNode, String> change) {
            var golden = Golden.of(example);
            var data = Json.mapper().readTree(golden.data());
            var owner = data;
            for (var step : path.subList(0, path.size() - 1)) {
                owner = owner.path(step);
            }
            change.accept((ObjectNode) owner, name());
            return example.codec().decode(golden.headers(), Json.mapper().writeValueAsBytes(data));
        }

        @Override
        public String toString() {
            return example + " " + String.join(".", path);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatMayBeMissingIsNoObstacle() {
        return members()
                .filter(Member::optional)
                .map(member -> DynamicTest.dynamicTest(member.toString(), () -> {
                    assertThat(member.without())
                            .isInstanceOf(Decoded.Intact.class)
                            .isEqualTo(member.asNull());
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatMustBeThereIsNamedWhenItIsNot() {
        return members()
                .filter(member -> !member.optional())
                .map(member -> DynamicTest.dynamicTest(member.toString(), () -> {
                    var place = "data." + String.join(".", member.path()) + " does not fit: ";
                    assertThat(member.without())
                            .isInstanceOfSatisfying(Decoded.Unreadable.class, unreadable -> assertThat(unreadable.why())
                                    .startsWith(place)
                                    .contains("Missing"));
                    assertThat(member.asNull())
                            .isInstanceOfSatisfying(Decoded.Unreadable.class, unreadable -> assertThat(unreadable.why())
                                    .startsWith(place)
                                    .contains("null"));
                }));
    }

    private static Stream<Member> members() {
        return Example.all().stream()
                .filter(example -> example.whole())
                .flatMap(example -> members(
                        example,
                        List.of(),
                        example.event().data().getClass(),
                        Json.mapper().readTree(Golden.of(example).data())));
    }

    private static Stream<Member> members(Example<?> example, List<String> path, Class<?> type, JsonNode data) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> {
            var here = new ArrayList<>(path);
            here.add(component.getName());
            var member = new Member(example, here, Nulls.mayBeNull(component));
            var inside = data.path(component.getName());
            return inside.isObject()
                    ? Stream.concat(Stream.of(member), members(example, here, component.getType(), inside))
                    : Stream.of(member);
        });
    }
}
