package io.koobridge.license.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.InstanceSnapshot;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.service.facts.FactRules;
import org.jspecify.annotations.Nullable;

/** What provisioning published is a fact here. */
public final class KnownInstanceRules implements FactRules<InstanceSnapshot, KnownInstance> {

    @Override
    public Outcome<KnownInstance> decide(@Nullable KnownInstance current, Event<? extends InstanceSnapshot> event) {
        return KnownInstance.told(current, event.data());
    }
}
