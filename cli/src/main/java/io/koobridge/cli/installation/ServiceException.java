package io.koobridge.cli.installation;

import org.jspecify.annotations.Nullable;

/** Ends a command: the service did not do what was asked. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private final boolean conflict;

    private ServiceException(int exitCode, boolean conflict, String message, @Nullable Exception cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.conflict = conflict;
    }

    static ServiceException refused(String message) {
        return new ServiceException(ExitCode.REFUSED, false, message, null);
    }

    /** HTTP 409: what was asked for does not fit what is there, for example because it was done before. */
    static ServiceException conflict(String message) {
        return new ServiceException(ExitCode.REFUSED, true, message, null);
    }

    static ServiceException away(String message, @Nullable Exception cause) {
        return new ServiceException(ExitCode.UNREACHABLE, false, message, cause);
    }

    public boolean conflict() {
        return conflict;
    }

    public int exitCode() {
        return exitCode;
    }
}
