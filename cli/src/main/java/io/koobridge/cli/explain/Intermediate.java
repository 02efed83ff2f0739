package io.koobridge.cli.explain;

/** What a signature is made of, as far as it may be shown: never a key, never the signature that would be right. */
public sealed interface Intermediate permits KitValues, Values, TokenValues {

    /** Lines for people. */
    String text();
}
