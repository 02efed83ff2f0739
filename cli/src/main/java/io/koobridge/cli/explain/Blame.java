package io.koobridge.cli.explain;

/** Something that goes wrong when somebody signs a call. */
public interface Blame {

    /** For scripts: a word of a small set. */
    String name();

    /** One clause: what was done. */
    String what();

    /** One or two sentences: what to do. */
    String advice();
}
