package io.koobridge.tenant.login.outside;

import io.koobridge.runtime.outside.Verdict;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an authentication centre said. Its trouble is one enterprise's, so none of it is an error of the system's. */
public sealed interface Reply<T> extends Verdict {

    record Told<T>(T value) implements Reply<T> {
        @Override
        public String outcome() {
            return "answered";
        }

        @Override
        public @Nullable String detail() {
            return null;
        }

        /** What was told may be a token. */
        @Override
        public String toString() {
            return "Told[…]";
        }
    }

    /** What it refuses. */
    enum What {
        /** The code, the refresh token or the ticket. */
        GRANT,
        /** Our client: unknown at this domain, or another secret. */
        CLIENT,
        /** The access token. */
        TOKEN
    }

    record Refused<T>(What what, int status) implements Reply<T> {
        @Override
        public String outcome() {
            return "refused";
        }

        @Override
        public String detail() {
            return "HTTP %d, %s".formatted(status, what);
        }
    }

    /**
     * It said something that means nothing.
     *
     * @param why never quotes what came
     */
    record Unreadable<T>(String why) implements Reply<T> {
        @Override
        public String outcome() {
            return "unreadable";
        }

        @Override
        public String detail() {
            return why;
        }
    }

    /** It did not answer, or that it failed. */
    record Away<T>(String why) implements Reply<T> {
        @Override
        public String outcome() {
            return "unreachable";
        }

        @Override
        public String detail() {
            return why;
        }
    }

    /** Its name leads to no public address. Nothing was sent. */
    record Forbidden<T>() implements Reply<T> {
        @Override
        public String outcome() {
            return "forbidden";
        }

        @Override
        public String detail() {
            return "the enterprise's domain has no public address";
        }
    }

    default <U> Reply<U> then(Function<? super T, Reply<U>> next) {
        return switch (this) {
            case Told<T>(var value) -> next.apply(value);
            case Refused<T>(var what, var status) -> new Refused<>(what, status);
            case Unreadable<T>(var why) -> new Unreadable<>(why);
            case Away<T>(var why) -> new Away<>(why);
            case Forbidden<T>() -> new Forbidden<>();
        };
    }
}
