package io.koobridge.service.reconcile;

/** The right to work on one document, for as long as the lease is held. */
public interface Attempt {

    /** The first one on a ticket is 1. */
    int number();

    /**
     * Makes sure that an outside call fits into the lease, which is prolonged where too little of it is left.
     *
     * @throws LeaseLostException when somebody else works on the document; let it pass
     */
    void holdLease();
}
