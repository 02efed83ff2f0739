package io.koobridge.service.reconcile;

/** The right to work on one document, for as long as the lease is held. */
public interface Attempt {

    /** The first one on a ticket is 1. */
    int number();

    /**
     * Prolongs the lease so that an outside call fits into it.
     *
     * @throws LeaseLostException when somebody else works on the document; let it pass
     */
    void holdLease();
}
