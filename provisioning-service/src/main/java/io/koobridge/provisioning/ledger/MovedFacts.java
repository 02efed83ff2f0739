package io.koobridge.provisioning.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.instance.InstanceFact;

/** Facts about an order that another instance owns than the one that they name. */
@FunctionalInterface
public interface MovedFacts {

    /** The fact, about its owner: what is sealed in it for the instance that it names is sealed for the owner instead. */
    Event<InstanceFact> about(String owner, Event<InstanceFact> event);
}
