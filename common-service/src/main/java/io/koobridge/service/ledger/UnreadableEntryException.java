package io.koobridge.service.ledger;

/** A stored document does not fit its record: somebody edited it, or an older release reads a newer one's writing. */
public final class UnreadableEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEntryException(String id, Exception cause) {
        super("ledger document %s cannot be read: %s".formatted(id, cause.getMessage()), cause);
    }
}
