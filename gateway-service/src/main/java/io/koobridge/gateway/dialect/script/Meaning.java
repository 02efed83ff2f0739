package io.koobridge.gateway.dialect.script;

import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Reply;
import java.util.function.Supplier;

/**
 * What the activities of an edition mean. Both read the members of one call, and what they give is used only when none of those had a problem.
 *
 * @param <A> the activities
 */
public interface Meaning<A> {

    /** What a debugging call hears; the thing must be named, in whatever form, and nothing else is looked at (saas-v2 §1.16). */
    Reply rehearsed(A activity);

    /** What the call asks for. */
    Supplier<Command> told(A activity);
}
