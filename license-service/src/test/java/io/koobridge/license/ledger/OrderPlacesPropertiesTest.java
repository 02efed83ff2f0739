package io.koobridge.license.ledger;

import static io.koobridge.license.Licenses.ORDER;
import static io.koobridge.license.Licenses.RENEWAL;
import static io.koobridge.license.Licenses.application;
import static io.koobridge.license.Licenses.licenseId;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.OrderKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is reserved and freed, places are what a list of names on two shelves says. */
class OrderPlacesPropertiesTest {

    private static final AtomicInteger INSTANCES = new AtomicInteger();
    private static final TestPlaces test = new TestPlaces(OrderPlacesPropertiesTest.class);

    /** What happens to places. */
    private sealed interface Happening {
        record Reserved(String event, OrderKey order, int quota) implements Happening {}

        record Freed(String event) implements Happening {}
    }

    @AfterContainer
    static void stop() {
        test.close();
    }

    @Tag("promise:exact-quota")
    @Property(tries = 150)
    void thereAreNeverMoreThanWerePaidForNorTwoForOne(@ForAll("happenings") List<Happening> happenings) {
        var instance = "instance-" + INSTANCES.incrementAndGet();
        Map<String, OrderKey> model = new HashMap<>();
        for (var happening : happenings) {
            switch (happening) {
                case Happening.Freed(var event) -> {
                    test.forget(licenseId(application(instance, event)));
                    model.remove(event);
                }
                case Happening.Reserved(var event, var order, var quota) -> {
                    var application = application(instance, event);
                    var below = test.taken().keySet().stream()
                            .filter(id -> id.startsWith(instance + '|' + order.canonical()))
                            .filter(id -> Integer.parseInt(id.substring(id.lastIndexOf('|') + 1)) < quota)
                            .count();
                    var expected = model.containsKey(event) || below < quota;
                    var answer = test.reserve(application, order, quota).block();
                    assertThat(Objects.requireNonNull(answer)).isEqualTo(expected);
                    if (expected) {
                        model.putIfAbsent(event, order);
                    }
                }
            }
            assertAgrees(instance, model);
        }
    }

    private static void assertAgrees(String instance, Map<String, OrderKey> model) {
        var taken = new HashMap<String, String>();
        test.taken().forEach((slot, application) -> {
            if (slot.startsWith(instance + '|')) {
                assertThat(taken.put(application, slot))
                        .as("two places for %s", application)
                        .isNull();
            }
        });
        assertThat(taken).hasSize(model.size());
        model.forEach((event, order) -> assertThat(taken.get(licenseId(application(instance, event))))
                .startsWith(instance + '|' + order.canonical()));
    }

    /** Quotas change too: the seller may settle another one. */
    @Provide
    Arbitrary<List<Happening>> happenings() {
        var events = Arbitraries.of("e1", "e2", "e3", "e4", "e5", "e6");
        Arbitrary<Happening> all = Arbitraries.frequencyOf(
                Tuple.of(
                        4,
                        Combinators.combine(
                                        events,
                                        Arbitraries.of(ORDER, RENEWAL),
                                        Arbitraries.integers().between(0, 4))
                                .as(Happening.Reserved::new)),
                Tuple.of(1, events.map(Happening.Freed::new)));
        return all.list().ofMaxSize(14);
    }
}
