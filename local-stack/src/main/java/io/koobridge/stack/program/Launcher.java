package io.koobridge.stack.program;

import java.util.List;

/** Decides how a command is run: with a cache, or without. */
@FunctionalInterface
public interface Launcher {

    /** With nothing prepared. */
    Launcher PLAIN = JavaCommand::plain;

    /** The whole command line. */
    List<String> commandLine(JavaCommand command);
}
