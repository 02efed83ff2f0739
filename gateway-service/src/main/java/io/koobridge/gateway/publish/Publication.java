package io.koobridge.gateway.publish;

/** What is known of a fact after it was sent. */
public sealed interface Publication {

    /** Every replica in sync has it. */
    record Stored() implements Publication {}

    /**
     * It is not known to be stored. A broker that hung may have it all the same; whoever sends it again does no harm.
     *
     * @param why for the operator
     */
    record NotStored(String why) implements Publication {}
}
