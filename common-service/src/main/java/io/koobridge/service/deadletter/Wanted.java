package io.koobridge.service.deadletter;

import io.koobridge.service.deadletter.DeadLetterDesk.Marked;
import io.koobridge.service.deadletter.DeadLetterMarks.State;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which letters are asked for; what is absent does not matter. */
public record Wanted(@Nullable String reason, @Nullable State state) implements Predicate<Marked> {

    @Override
    public boolean test(Marked marked) {
        return (reason == null || marked.letter().reason().equals(reason))
                && (state == null || marked.state() == state);
    }
}
