package io.koobridge.service.reconcile;

/** Somebody else took the lease. Not an error: whoever holds it does the work. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String id) {
        super("the lease on %s was lost".formatted(id), null, false, false);
    }
}
