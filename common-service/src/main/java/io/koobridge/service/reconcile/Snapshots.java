package io.koobridge.service.reconcile;

/** Tells the world what a document has become. */
@FunctionalInterface
public interface Snapshots<S> {

    /**
     * Publishes and waits for the acknowledgement. Receivers ignore a version lower than one they have seen, so a
     * repeat does no harm.
     *
     * @throws RuntimeException when it is not known to be stored
     */
    void publish(S state, long version);
}
