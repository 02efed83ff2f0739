package io.koobridge.stack.demo;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Somebody who can say what is true of a purchase's instance. */
interface Witness {

    /** For complaints: "the ledger". */
    String name();

    /**
     * What it says; empty while there is nothing to say, or not yet.
     *
     * @param purchase as the simulator shows it
     */
    Optional<InstanceState> of(JsonNode purchase);
}
