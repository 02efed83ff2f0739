package io.koobridge.stack.process;

/** Hears, in a line each, what a user should see while the suite starts, runs and stops. Called from any thread. */
@FunctionalInterface
public interface Progress {

    void say(String line);
}
