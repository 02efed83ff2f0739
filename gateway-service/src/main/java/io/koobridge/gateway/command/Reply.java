package io.koobridge.gateway.command;

import io.koobridge.events.Reason;
import java.util.List;

/** What a call hears. */
public sealed interface Reply {

    /**
     * The purchase is stored.
     *
     * @param ready false: it is being provisioned, and {@link Command.LookUp} will tell
     */
    record Purchased(String instanceId, boolean ready) implements Reply {}

    /**
     * The purchase is stored, and this is how its instance was when the time for waiting was over.
     *
     * @param standing with access data only where it is ready
     */
    record Obtained(String instanceId, Standing standing) implements Reply {}

    /**
     * The change is stored.
     *
     * @param stale those who know the instance hold it for older than what they know, so it will probably change nothing
     */
    record Noted(boolean stale) implements Reply {}

    /**
     * The application is stored.
     *
     * @param delivered the marketplace has its licence already, and gets it once more
     */
    record Applied(boolean delivered) implements Reply {}

    /** What it is about cannot have the change, or the licence, nor will it. */
    record Declined(Reason reason) implements Reply {}

    /** One standing for each asked id, in the order asked. */
    record LookedUp(List<Standing> standings) implements Reply {

        /** A mixed batch is a success with these (design §3.8). */
        public List<Standing.Ready> ready() {
            return all(Standing.Ready.class);
        }

        /** Who speaks for a batch in which none is ready: what can still become so, else the first that failed, else nobody's. */
        public Standing unready() {
            return all(Standing.Preparing.class).stream()
                    .findFirst()
                    .<Standing>map(preparing -> preparing)
                    .or(() -> all(Standing.Failed.class).stream().findFirst())
                    .orElseGet(Standing.Unknown::new);
        }

        private <S extends Standing> List<S> all(Class<S> type) {
            return standings.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    /** The instance could become that product. */
    record Possible() implements Reply {}

    /**
     * The instance could not.
     *
     * @param why in the product's words, of any length and with any characters
     */
    record Impossible(String why) implements Reply {}

    /** No. */
    record Refused(Refusal refusal) implements Reply {}

    /** It is our fault and the same call may succeed later, so that a repetition deserves another try. */
    default boolean isFailure() {
        return this instanceof Refused(var refusal) && refusal.fault() == Refusal.Fault.UNAVAILABLE;
    }
}
