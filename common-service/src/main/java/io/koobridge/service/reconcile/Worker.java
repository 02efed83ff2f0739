package io.koobridge.service.reconcile;

/** Makes reality what one document wants. The only code of a service that calls the outside world. */
@FunctionalInterface
public interface Worker<S> {

    /**
     * Takes one step, blocking; runs on a virtual thread. Every outside call is preceded by {@link
     * Attempt#holdLease()}, carries the generation as fencing number, and sends the whole wanted state, for the one
     * before it may have been applied without an answer. A throw counts as {@link Step.Failed}.
     */
    Step<S> reconcile(S state, Attempt attempt);
}
