package io.koobridge.tenant.outside.scim;

import io.koobridge.tenant.domain.directory.Written;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One step of writing an entry. */
sealed interface Step<T> {

    /** The next one can be made. */
    record Went<T>(T value) implements Step<T> {}

    /** There is no next one. */
    record Ended<T>(Written written) implements Step<T> {}

    static <T> Step<T> went(T value) {
        return new Went<>(value);
    }

    static <T> Step<T> later(String why) {
        return later(null, why);
    }

    static <T> Step<T> later(@Nullable Duration after, String why) {
        return new Ended<>(new Written.Later(after, why));
    }

    static <T> Step<T> refused(String why) {
        return new Ended<>(new Written.Refused(why));
    }

    default <U> Step<U> then(Function<? super T, Step<U>> next) {
        return switch (this) {
            case Went<T>(var value) -> next.apply(value);
            case Ended<T>(var written) -> new Ended<>(written);
        };
    }

    /** How a write that has no further steps came out. */
    default Written end(Function<? super T, Written> done) {
        return switch (this) {
            case Went<T>(var value) -> done.apply(value);
            case Ended<T>(var written) -> written;
        };
    }
}
