package io.koobridge.gateway.dialect;

import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;

/** What a call says, in our words. */
public sealed interface Translation {

    Activity activity();

    /** It can be carried out. */
    record Understood(Activity activity, Command command) implements Translation {}

    /**
     * A debugging call (saas-v2 §1.16): never a command, so that nothing real can be touched.
     *
     * @param reply what it hears, always a success
     */
    record Rehearsed(Activity activity, Reply reply) implements Translation {}

    /**
     * It cannot.
     *
     * @param why for the caller: names the field, contains no text of the call
     */
    record NotUnderstood(Activity activity, String why) implements Translation {}
}
