package io.koobridge.provisioning.outside;

import static io.koobridge.provisioning.outside.TestSealing.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.wire.Json;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.OrderQuery.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever the marketplace sends, an order is read or asked for again. */
class OrderReaderPropertiesTest {

    private static final OrderKey KEY = new OrderKey("MOCKPERIODYEARNEW", "MOCKPERIODYEARNEW-000001", null);

    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\" \"",
            "\"\\ud800\"",
            "\"20279999999999\"",
            "0",
            "-1",
            "1e400",
            "1e-400",
            "99999999999999999999999",
            "[[[{}]]]",
            "{\"productId\":[1,2]}",
            "\"MOCKPERIODYEARNEW-000001\"");

    private record Mutation(int place, String junk) {}

    private final OrderReader reader = new OrderReader(CONTACT);

    @Property(tries = 2_000)
    void anOrderWithJunkAnywhereIsReadOrAskedForAgain(@ForAll("mutations") List<Mutation> mutations) {
        var order = OrderReaderTest.mockOrder(KEY.orderId());
        mutations.forEach(mutation -> mutate(order, mutation));

        assertThat(reader.read("kb-1", Instances.asked(KEY), order))
                .isInstanceOfAny(Answer.Found.class, Answer.NotNow.class);
    }

    @Property
    void anythingThatIsJsonIsReadOrAskedForAgain(@ForAll("trees") String json) {
        assertThat(reader.read("kb-1", Instances.asked(KEY), Json.mapper().readTree(json)))
                .isInstanceOfAny(Answer.Found.class, Answer.NotNow.class);
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Combinators.combine(Arbitraries.integers().between(0, 10_000), Arbitraries.of(JUNK))
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> trees() {
        var names = Arbitraries.of(
                "orderLine", "orderLineId", "chargingMode", "productInfo", "buyerInfo", "expireTime", "email", "x");
        Arbitrary<String> leaves = Arbitraries.of(JUNK);
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Combinators.combine(names, inner, names, inner)
                        .as((one, first, two, second) -> one.equals(two)
                                ? "[%s,%s]".formatted(first, second)
                                : "{\"%s\":%s,\"%s\":%s}".formatted(one, first, two, second)),
                0,
                5);
    }

    /** Puts junk in one of the places where something stands. */
    private static void mutate(JsonNode order, Mutation mutation) {
        var places = new ArrayList<Consumer<JsonNode>>();
        collect(order, places);
        if (!places.isEmpty()) {
            places.get(mutation.place() % places.size()).accept(Json.mapper().readTree(mutation.junk()));
        }
    }

    private static void collect(JsonNode node, List<Consumer<JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                places.add(junk -> object.set(member.getKey(), junk));
                collect(member.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(junk -> array.set(index, junk));
                collect(array.get(i), places);
            }
        }
    }
}
