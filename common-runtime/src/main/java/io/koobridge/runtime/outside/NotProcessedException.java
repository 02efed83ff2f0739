package io.koobridge.runtime.outside;

/**
 * Signalled by a call whose other side proved that it refused the request before it did anything: the answer becomes
 * {@link Answer.NotSent}. No fault of the system's, so its breaker ignores it.
 */
public final class NotProcessedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * The proof.
     *
     * @param why one sentence for the operator, without anything that was sent
     */
    public NotProcessedException(String why) {
        super(why);
    }
}
