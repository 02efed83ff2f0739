package io.koobridge.simulator.market;

/** Which guide a product was listed by: products from before 2024-04-27 are still called as V1 says (saas-v1, head). */
public enum Edition {
    V2,
    V1
}
