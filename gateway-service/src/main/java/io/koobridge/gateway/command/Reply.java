package io.koobridge.gateway.command;

import java.util.List;

/** What a call hears. */
public sealed interface Reply {

    /**
     * The purchase is stored.
     *
     * @param ready false: it is being provisioned, and {@link Command.LookUp} will tell
     */
    record Purchased(String instanceId, boolean ready) implements Reply {}

    /** One standing for each asked id, in the order asked. */
    record LookedUp(List<Standing> standings) implements Reply {}

    /** No. */
    record Refused(Refusal refusal) implements Reply {}
}
