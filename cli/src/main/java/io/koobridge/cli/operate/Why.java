package io.koobridge.cli.operate;

import picocli.CommandLine.Option;

/** Why something is changed: whoever changes something says so. */
final class Why {

    @Option(names = "--why", required = true, paramLabel = "<text>", description = "Why; it goes into the journal.")
    private String text = "";

    /** The person's words. */
    String text() {
        return text;
    }
}
