package io.koobridge.tenant.login.domain;

import java.util.function.Function;

/** What a step of a login came to: the next step's matter, or the end. */
public sealed interface Checked<T> {

    record Passed<T>(T value) implements Checked<T> {}

    record Refused<T>(LoginOutcome why) implements Checked<T> {}

    static <T> Checked<T> passed(T value) {
        return new Passed<>(value);
    }

    static <T> Checked<T> refused(LoginOutcome why) {
        return new Refused<>(why);
    }

    default <U> Checked<U> then(Function<? super T, Checked<U>> next) {
        return switch (this) {
            case Passed<T>(var value) -> next.apply(value);
            case Refused<T>(var why) -> new Refused<>(why);
        };
    }
}
