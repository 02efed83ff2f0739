package io.koobridge.cli.installation;

import org.jspecify.annotations.Nullable;

/** Ends a command: the service did not do what was asked. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private ServiceException(int exitCode, String message, @Nullable Exception cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static ServiceException refused(String message) {
        return new ServiceException(ExitCode.REFUSED, message, null);
    }

    static ServiceException away(String message, @Nullable Exception cause) {
        return new ServiceException(ExitCode.UNREACHABLE, message, cause);
    }

    public int exitCode() {
        return exitCode;
    }
}
