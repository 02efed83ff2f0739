package io.koobridge.service.ledger;

/** A stored document does not fit its record: somebody edited it, or an older release reads a newer one's writing. */
public final class UnreadableEntryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message names the document alone: the cause's may quote what stands in it. */
    public UnreadableEntryException(String id, Exception cause) {
        super("ledger document %s cannot be read".formatted(id), cause);
    }
}
