package io.koobridge.simulator.market;

/** The three editions of V1 (saas-v1 §0): general and joint operations on the Chinese site, and the international site. */
public enum Site {
    CN_G,
    CN_J,
    INTL
}
