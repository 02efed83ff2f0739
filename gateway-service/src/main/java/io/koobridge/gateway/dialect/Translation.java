package io.koobridge.gateway.dialect;

import io.koobridge.gateway.command.Command;

/** What a call says, in our words. */
public sealed interface Translation {

    Activity activity();

    /**
     * It can be carried out.
     *
     * @param rehearsal a debugging call (saas-v2 §1.16): answered as a success without touching anything real
     */
    record Understood(Activity activity, Command command, boolean rehearsal) implements Translation {}

    /**
     * It cannot.
     *
     * @param why for the caller: names the field, contains no text of the call
     */
    record NotUnderstood(Activity activity, String why) implements Translation {}
}
