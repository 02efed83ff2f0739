package io.koobridge.crypto.callback.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a query may have meant to the caller who signed it, in the order in which the meanings are tried (saas-v1 §7.1, "the plus problem"):
 * Base64 contains {@code +}, and not every sender encodes it, or encodes it once.
 */
public enum QueryReading {
    /** As documented: percent-decoded, and a plus is a space. */
    FORM {
        @Override
        public Optional<List<Parameter>> of(String rawQuery) {
            return decoded(rawQuery, UrlText::formDecoded);
        }
    },
    /** As {@link #FORM}; spaces in Base64 values are the pluses that they were. */
    PLUS_RESTORED {
        @Override
        public Optional<List<Parameter>> of(String rawQuery) {
            return FORM.of(rawQuery).map(QueryReading::restored);
        }
    },
    /** Percent-decoded only: a plus is a plus everywhere. */
    PERCENT {
        @Override
        public Optional<List<Parameter>> of(String rawQuery) {
            return decoded(rawQuery, UrlText::percentDecoded);
        }
    },
    /** As {@link #PLUS_RESTORED}; Base64 values that were encoded more than once are decoded to the end. */
    DECODED_AGAIN {
        @Override
        public Optional<List<Parameter>> of(String rawQuery) {
            return PLUS_RESTORED.of(rawQuery).map(QueryReading::decodedAgain);
        }
    };

    /** Base64 and therefore in danger. */
    private static final Set<String> BASE64 = Set.of("mobilePhone", "email", "saasExtendParams");

    /** "Until no percent sign is left" would be quadratic for {@code %2525…}; what honest senders did is one time more. */
    private static final int MOST_TIMES_MORE = 4;

    /**
     * All parameters in their order, also those whose name repeats. Linear in the query's length.
     *
     * @param rawQuery without the question mark, exactly as received
     * @return empty when it cannot be decoded, or has more than {@value Parameter#MOST}; that does not depend on the reading
     */
    public abstract Optional<List<Parameter>> of(String rawQuery);

    /**
     * A query that was decoded once, and once more only if it has a plus.
     *
     * @param form as {@link #FORM} reads it
     * @param percent as {@link #PERCENT} reads it
     */
    record Decoded(List<Parameter> form, List<Parameter> percent) {

        /** Empty when it cannot be decoded. */
        static Optional<Decoded> of(String rawQuery) {
            return FORM.of(rawQuery)
                    .map(form -> new Decoded(
                            form,
                            rawQuery.indexOf('+') < 0
                                    ? form
                                    : PERCENT.of(rawQuery).orElseThrow()));
        }

        /** What {@link QueryReading#of} says in each reading, in their order; each is made when it is come to, and once. */
        List<Supplier<List<Parameter>>> readings() {
            var restored = new Once<>(() -> restored(form));
            var again = new Once<>(() -> decodedAgain(restored.get()));
            return List.of(() -> form, restored, () -> percent, again);
        }
    }

    static String plusRestored(String value) {
        return value.replace(' ', '+');
    }

    private static Optional<List<Parameter>> decoded(String rawQuery, Function<String, Optional<String>> decoder) {
        var parameters = new ArrayList<Parameter>();
        for (String part : rawQuery.split("&", -1)) {
            if (!part.isEmpty()) {
                if (parameters.size() == Parameter.MOST) {
                    return Optional.empty();
                }
                int equals = part.indexOf('=');
                Optional<String> name = decoder.apply(equals < 0 ? part : part.substring(0, equals));
                Optional<String> value = decoder.apply(equals < 0 ? "" : part.substring(equals + 1));
                if (name.isEmpty() || value.isEmpty()) {
                    return Optional.empty();
                }
                parameters.add(new Parameter(name.get(), value.get()));
            }
        }
        return Optional.of(List.copyOf(parameters));
    }

    private static List<Parameter> restored(List<Parameter> form) {
        return inBase64(form, QueryReading::plusRestored);
    }

    private static List<Parameter> decodedAgain(List<Parameter> restored) {
        return inBase64(restored, QueryReading::decodedToTheEnd);
    }

    private static List<Parameter> inBase64(List<Parameter> parameters, UnaryOperator<String> change) {
        return parameters.stream()
                .map(each ->
                        BASE64.contains(each.name()) ? new Parameter(each.name(), change.apply(each.value())) : each)
                .toList();
    }

    /** As far as it can be decoded. */
    private static String decodedToTheEnd(String value) {
        String decoded = value;
        for (int times = 0; times < MOST_TIMES_MORE && decoded.indexOf('%') >= 0; times++) {
            Optional<String> next = UrlText.percentDecoded(decoded);
            if (next.isEmpty()) {
                return decoded;
            }
            decoded = next.get();
        }
        return decoded;
    }
}
