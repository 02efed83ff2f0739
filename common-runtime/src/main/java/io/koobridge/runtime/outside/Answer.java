package io.koobridge.runtime.outside;

import java.util.function.Function;

/** What is known of a call after it ended. */
public sealed interface Answer<T> {

    /** The other side answered, be it with a refusal: the value says. */
    record Answered<T>(T value) implements Answer<T> {}

    /**
     * The other side did not process the request, for certain: it may be sent again, also elsewhere.
     *
     * @param why one sentence for the operator, without anything that was sent
     */
    record NotSent<T>(String why) implements Answer<T> {}

    /**
     * The request may have been processed. After this only the whole wanted state may be sent again, or what is idempotent.
     *
     * @param why one sentence for the operator, without anything that was sent
     */
    record Uncertain<T>(String why) implements Answer<T> {}

    /** The same answer with another value. */
    default <U> Answer<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Answered<T>(var value) -> new Answered<>(change.apply(value));
            case NotSent<T>(var why) -> new NotSent<>(why);
            case Uncertain<T>(var why) -> new Uncertain<>(why);
        };
    }
}
