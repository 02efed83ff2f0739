package io.koobridge.license.domain;

import io.koobridge.events.Reason;
import io.koobridge.events.instance.OrderKey;

/** Whether an application may have one of the licences that were paid for. */
public sealed interface Entitlement {

    /** It may have one, if one is left. */
    record Entitled(OrderKey order, long quota) implements Entitlement {}

    /** It has its place already. */
    record Repeated() implements Entitlement {}

    record Refused(Reason reason) implements Entitlement {}

    /** The instance, or what was bought, is not known yet. */
    record NotYet() implements Entitlement {}
}
