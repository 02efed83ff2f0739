package io.koobridge.gateway.dialect.v2;

/** What a call that sets a state says (saas-v2 §6.1, license §3.3, §4.2). */
public enum Status {
    FREEZE,
    UNFREEZE
}
