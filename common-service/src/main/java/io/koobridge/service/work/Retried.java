package io.koobridge.service.work;

/** What became of the wish to have something tried again. */
public enum Retried {
    /** A new ticket, and the request for it is sent. */
    STARTED,
    /** Somebody works on it right now, or did until a moment ago. */
    BUSY,
    /** It is settled, and nothing about it was refused for good. */
    NOTHING_TO_DO
}
