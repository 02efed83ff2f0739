package io.koobridge.service.facts;

/** The decision threw, and would throw again: the record is put aside instead of stopping its partition. */
public final class UndecidableFactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecidableFactException(RuntimeException cause) {
        super("the decision threw " + cause, cause);
    }
}
