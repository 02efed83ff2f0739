package io.koobridge.cli.installation;

import org.jspecify.annotations.Nullable;

/** Ends a command: the service did not do what was asked. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private final Kind kind;

    private enum Kind {
        REFUSED,
        CONFLICT,
        UNKNOWN,
        AWAY
    }

    private ServiceException(Kind kind, String message, @Nullable Exception cause) {
        super(message, cause);
        this.exitCode = kind == Kind.AWAY ? ExitCode.UNREACHABLE : ExitCode.REFUSED;
        this.kind = kind;
    }

    /** HTTP 404: it has no such thing. */
    static ServiceException unknown(String message) {
        return new ServiceException(Kind.UNKNOWN, message, null);
    }

    static ServiceException refused(String message) {
        return new ServiceException(Kind.REFUSED, message, null);
    }

    /** HTTP 409: what was asked for does not fit what is there, for example because it was done before. */
    static ServiceException conflict(String message) {
        return new ServiceException(Kind.CONFLICT, message, null);
    }

    static ServiceException away(String message, @Nullable Exception cause) {
        return new ServiceException(Kind.AWAY, message, cause);
    }

    public boolean conflict() {
        return kind == Kind.CONFLICT;
    }

    public boolean unknown() {
        return kind == Kind.UNKNOWN;
    }

    public int exitCode() {
        return exitCode;
    }
}
