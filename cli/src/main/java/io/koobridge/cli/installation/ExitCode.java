package io.koobridge.cli.installation;

/** What scripts can tell apart; wrong usage is 2. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int REFUSED = 1;
    public static final int UNREACHABLE = 3;

    private ExitCode() {}
}
