package io.koobridge.product;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What KooBridge sends. Members that are not known here are ignored: there may be more of them one day. */
record Call(Map<?, ?> body) {

    private static final Set<String> STATES = Set.of("ACTIVE", "FROZEN", "RELEASED");

    /** Throws IllegalArgumentException, naming the member, when this is no call. */
    static Call read(String json) {
        if (!(Json.read(json) instanceof Map<?, ?> body)) {
            throw new IllegalArgumentException("a call is a JSON object");
        }
        return of(body);
    }

    /** The same for what is an object already. */
    static Call of(Map<?, ?> body) {
        var call = new Call(body);
        call.text("instanceId");
        call.generation();
        if (!STATES.contains(call.text("wanted"))) {
            throw new IllegalArgumentException("wanted must be one of " + STATES);
        }
        return call;
    }

    String instanceId() {
        return text("instanceId");
    }

    long generation() {
        if (member("generation") instanceof BigDecimal number && number.scale() == 0 && number.precision() < 19) {
            return number.longValue();
        }
        throw absent("generation");
    }

    /** Nothing is to be done: whether something could be done is asked. */
    boolean isCheck() {
        return "CHECK".equals(member("change"));
    }

    /** A repeat of the other: nothing else is wanted. */
    boolean sameWish(@Nullable Call other) {
        return other != null
                && Stream.of("generation", "wanted", "product", "expiresAt")
                        .allMatch(each -> Objects.equals(body.get(each), other.body.get(each)));
    }

    String text(String name) {
        var value = textOrNull(name);
        if (value == null) {
            throw absent(name);
        }
        return value;
    }

    @Nullable String textOrNull(String... path) {
        return member(path) instanceof String text ? text : null;
    }

    @Nullable Long numberOrNull(String... path) {
        return member(path) instanceof BigDecimal number && number.scale() <= 0 && number.precision() < 19
                ? Long.valueOf(number.longValue())
                : null;
    }

    @Nullable Object member(String... path) {
        Object value = body;
        for (var name : path) {
            value = value instanceof Map<?, ?> members ? members.get(name) : null;
        }
        return value;
    }

    private static IllegalArgumentException absent(String name) {
        return new IllegalArgumentException(name + " is missing");
    }
}
