package io.koobridge.simulator.applying;

/** What became of an upload (license §5.1). */
public enum Delivered {
    RECEIVED,
    /** 91381033. */
    NOT_USABLE,
    /** 91381034. */
    NOT_VALID,
    /** 91381035. */
    NOTHING_LEFT,
    /** 91381038. */
    DENIED
}
