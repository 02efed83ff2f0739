package io.koobridge.events.instance;

/** What kind of product an instance belongs to; decided by the production address that the call came to. */
public enum InstanceKind {
    SAAS,
    LICENSE
}
