package io.koobridge.stack.demo;

import java.util.List;

/** {@code ./koobridge <arguments>} against the suite. */
@FunctionalInterface
public interface Cli {

    Said run(List<String> arguments);

    /** How a command ended.
     *
     * @param output both streams
     */
    record Said(int exit, String output) {}
}
