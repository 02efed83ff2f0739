package io.koobridge.service.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Reads what an operator's call asks for; a mistake is a 400 with a sentence. */
public final class Asked {

    private static final int LONGEST_WHY = 500;

    private Asked() {}

    /**
     * The body of every call that changes something.
     *
     * @param why the person's words, for the journal
     * @param again whether to replay what was replayed before; others ignore it
     */
    public record Deed(@Nullable String why, @Nullable Boolean again) {

        /** Checked to be there. */
        public String reason() {
            return Asked.reason(why);
        }
    }

    public static Mono<Deed> deed(ServerRequest request) {
        return request.bodyToMono(Deed.class)
                .switchIfEmpty(Mono.error(() -> bad("The body is missing: say {\"why\": \"...\"}.")))
                .doOnNext(Deed::reason);
    }

    /**
     * A person's words, without blanks around them.
     *
     * @throws ResponseStatusException 400, where there are none or too many
     */
    public static String reason(@Nullable String why) {
        var reason = why == null ? "" : why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_WHY) {
            throw bad("why must say in 1 to %d characters why this is done.".formatted(LONGEST_WHY));
        }
        return reason;
    }

    /** Between 1 and the most. */
    public static int limit(ServerRequest request, int usual, int most) {
        return request.queryParam("limit").map(text -> limit(text, most)).orElse(usual);
    }

    private static int limit(String text, int most) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, like a number out of bounds.
        }
        throw bad("limit must be a number from 1 to %d.".formatted(most));
    }

    /** One of an enum's constants, in lower case; absent when the parameter is. */
    static <E extends Enum<E>> Optional<E> oneOf(ServerRequest request, String parameter, Class<E> type) {
        return request.queryParam(parameter).map(text -> {
            for (E constant : type.getEnumConstants()) {
                if (label(constant).equals(text)) {
                    return constant;
                }
            }
            throw bad("%s must be one of %s."
                    .formatted(
                            parameter,
                            Arrays.stream(type.getEnumConstants())
                                    .map(Asked::label)
                                    .collect(Collectors.joining(", "))));
        });
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static ResponseStatusException bad(String sentence) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }

    public static <T> Mono<T> unknown(String sentence) {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, sentence));
    }

    public static ResponseStatusException conflict(String sentence) {
        return new ResponseStatusException(HttpStatus.CONFLICT, sentence);
    }
}
