package io.koobridge.gateway.command;

import io.koobridge.events.instance.OrderKey;
import java.util.List;

/** What a call asks for. */
public sealed interface Command {

    /** Somebody paid: there shall be an instance. */
    record Purchase(OrderKey order) implements Command {}

    /**
     * How do these instances do?
     *
     * @param instanceIds at least one, none twice, of any length
     */
    record LookUp(List<String> instanceIds) implements Command {

        /** Those that an instance can have; nobody needs to be asked about the others. */
        List<String> possible() {
            return instanceIds.stream()
                    .filter(id -> id.length() <= OrderKey.LONGEST)
                    .toList();
        }
    }
}
