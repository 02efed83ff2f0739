package io.koobridge.provisioning.domain;

import static io.koobridge.provisioning.Instances.after;
import static io.koobridge.provisioning.Instances.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.events.instance.InstanceFact.InstanceFrozen;
import io.koobridge.events.instance.InstanceFact.InstanceReleased;
import io.koobridge.events.instance.InstanceFact.InstanceUnfrozen;
import io.koobridge.events.instance.WantedState;
import io.koobridge.provisioning.Instances;
import io.koobridge.provisioning.domain.Wish.Change;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WishTest {

    static Stream<Arguments> changes() {
        var freeze = fact("f", 60, new InstanceFrozen());
        var release = fact("r", 60, new InstanceReleased(null));
        return Stream.of(
                Arguments.of("nothing was real yet", Instances.learned(), Change.CREATE),
                Arguments.of("frozen before it was real", after(Instances.learned(), freeze), Change.CREATE),
                Arguments.of("as it is", Instances.active(), Change.UPDATE),
                Arguments.of("active, wanted frozen", after(Instances.active(), freeze), Change.FREEZE),
                Arguments.of(
                        "frozen, wanted active",
                        after(Instances.frozen(), fact("u", 60, new InstanceUnfrozen())),
                        Change.UNFREEZE),
                Arguments.of("active, wanted away", after(Instances.active(), release), Change.RELEASE),
                Arguments.of("never real, wanted away", after(Instances.ordered(), release), Change.RELEASE));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("changes")
    void theHintSaysWhatIsDifferentFromWhatWasLastReal(String name, Instance instance, Change change) {
        assertThat(Wish.of(instance).change()).as(name).isEqualTo(change);
    }

    @Test
    void aWishIsTheWholeWantedState() {
        var instance = after(Instances.active(), fact("f", 60, new InstanceFrozen()));

        assertThat(Wish.of(instance))
                .isEqualTo(new Wish(
                        Instances.ID,
                        3,
                        Change.FREEZE,
                        WantedState.FROZEN,
                        Instances.ORDER,
                        Instances.BOUGHT,
                        Instances.BOUGHT.expiresAt(),
                        AccessForm.PLAIN));
    }
}
