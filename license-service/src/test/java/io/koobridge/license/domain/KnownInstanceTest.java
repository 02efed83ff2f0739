package io.koobridge.license.domain;

import static io.koobridge.license.Licenses.ID;
import static io.koobridge.license.Licenses.ORDER;
import static io.koobridge.license.Licenses.active;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.Outcome.Stale;
import io.koobridge.events.Outcome.Unchanged;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.events.instance.Phase;
import io.koobridge.license.Licenses;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KnownInstanceTest {

    private static KnownInstance known(@Nullable KnownInstance current, Licenses.Told told) {
        return KnownInstance.told(current, told.snapshot()) instanceof Applied<KnownInstance>(var next)
                ? next
                : Objects.requireNonNull(current);
    }

    @Test
    void theNewestSnapshotCounts() {
        var first = known(null, active(ID));
        var frozen = known(first, active(ID).phase(Phase.FROZEN));

        assertThat(frozen.snapshot().phase()).isEqualTo(Phase.FROZEN);
        assertThat(KnownInstance.told(frozen, active(ID).snapshot())).isEqualTo(new Stale<>("version 2 is known"));
        assertThat(KnownInstance.told(frozen, active(ID).phase(Phase.FROZEN).snapshot()))
                .isEqualTo(new Unchanged<KnownInstance>());
    }

    @Test
    void whatIsNoLicenceIsNotKept() {
        assertThat(KnownInstance.told(null, active(ID).kind(InstanceKind.SAAS).snapshot()))
                .isEqualTo(new Unchanged<KnownInstance>());
    }

    @Tag("promise:personal-data-are-sealed")
    @Test
    void howTheBuyerCanBeReachedIsNotKept() {
        var buyer = Objects.requireNonNull(
                Objects.requireNonNull(known(null, active(ID)).snapshot().bought())
                        .buyer());

        assertThat(buyer.customerName()).isEqualTo("Example Ltd");
        assertThat(buyer.mobile()).isNull();
        assertThat(buyer.email()).isNull();
    }

    @Test
    void aSnapshotFromBeforeThereWereLicencesIsPaidByItsPurchase() {
        var old = new KnownInstance(
                new InstanceSnapshot(ID, InstanceKind.LICENSE, Phase.ACTIVE, ORDER, null, null, null, 1, 1, 1));

        assertThat(old.orderInForce()).isEqualTo(ORDER);
        assertThat(old.licensedWithPurchase()).isFalse();
        assertThat(old.orderKnown()).isFalse();
        assertThat(old.product()).isEqualTo(Optional.empty());
    }
}
