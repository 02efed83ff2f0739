package io.koobridge.runtime.outside;

/** Signalled by a call whose other side answered that it failed: what it did before that is not known. */
public final class FailedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of HTTP, 5xx for example */
    public FailedAnswerException(int status) {
        super("answered " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
