package io.koobridge.stack.process;

/** The suite cannot start or go on. The message is for the user: what is wrong and what to do. */
public final class StackFailure extends RuntimeException {

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
