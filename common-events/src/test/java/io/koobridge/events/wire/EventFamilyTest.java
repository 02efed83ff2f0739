package io.koobridge.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.koobridge.events.instance.InstanceFact;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.journal.JournalEntry;
import io.koobridge.events.order.OrderFact;
import io.koobridge.events.tenant.TenantFact;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFamilyTest {

    @Test
    void everyFactAndEveryEntryHasAType() {
        assertThat(EventFamily.INSTANCE_FACTS.types().values())
                .containsExactlyInAnyOrder(permitted(InstanceFact.class));
        assertThat(EventFamily.ORDER_FACTS.types().values()).containsExactlyInAnyOrder(permitted(OrderFact.class));
        assertThat(EventFamily.TENANT_FACTS.types().values()).containsExactlyInAnyOrder(permitted(TenantFact.class));
        assertThat(EventFamily.JOURNAL.types().values()).containsExactlyInAnyOrder(permitted(JournalEntry.class));
    }

    @Test
    void aTypeLeadsToItsClassAndBack() {
        var type = EventFamily.INSTANCE_FACTS.typeOf(new InstanceFrozen());

        assertThat(type).isEqualTo("io.koobridge.fact.instance.frozen");
        assertThat(EventFamily.INSTANCE_FACTS.classOf(type)).contains(InstanceFrozen.class);
    }

    @Test
    void aTypeOfAnotherFamilyLeadsNowhere() {
        assertThat(EventFamily.INSTANCE_FACTS.classOf("io.koobridge.journal.state-changed"))
                .isEmpty();
        assertThat(EventFamily.INSTANCE_FACTS.classOf("frozen")).isEmpty();
        assertThat(EventFamily.INSTANCE_FACTS.classOf("io.koobridge.fact.instance."))
                .isEmpty();
    }

    @Test
    void aStrangersValueHasNoType() {
        var family = new EventFamily<Object>("test", 1, Map.of("text", String.class));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> family.typeOf(5))
                .withMessage("java.lang.Integer is not of the family test");
    }

    @Test
    void oneClassHasOneType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventFamily<Object>("test", 1, Map.of("a", String.class, "b", String.class)));
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<? extends T>[] permitted(Class<T> type) {
        return (Class<? extends T>[]) type.getPermittedSubclasses();
    }
}
