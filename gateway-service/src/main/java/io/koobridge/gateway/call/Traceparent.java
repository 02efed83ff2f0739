package io.koobridge.gateway.call;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context, version 00: what ties a callback to everything that follows from it. */
public final class Traceparent {

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private final RandomGenerator random;

    public Traceparent(RandomGenerator random) {
        this.random = random;
    }

    /** The caller's own, when it is one; otherwise a new trace that begins here and is recorded. */
    public String ofCaller(@Nullable String header) {
        if (header != null && FORM.matcher(header).matches()) {
            return header;
        }
        return "00-%016x%016x-%016x-01".formatted(nonZero(), random.nextLong(), nonZero());
    }

    private long nonZero() {
        long drawn = random.nextLong();
        return drawn == 0 ? 1 : drawn;
    }
}
