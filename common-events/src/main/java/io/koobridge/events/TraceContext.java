package io.koobridge.events;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context: which trace something belongs to, and what in it caused it. As text it is a {@code traceparent} of
 * version 00.
 *
 * @param traceId 32 hexadecimal digits in lower case, not all 0
 * @param spanId the step that caused whatever carries this; 16 hexadecimal digits in lower case, not all 0
 * @param flags the two that the standard knows: 1 sampled, 2 the trace's id is random; others are cleared
 */
public record TraceContext(String traceId, String spanId, int flags) {

    /** Carries it in HTTP and on requests in Kafka; an event has it as an attribute of this name. */
    public static final String HEADER = "traceparent";

    private static final int SAMPLED = 1;
    private static final int KNOWN_FLAGS = 3;

    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    /** Later versions may be longer; nobody needs to send as much as this. */
    private static final int LONGEST = 256;

    private static final HexFormat HEX = HexFormat.of();

    public TraceContext {
        if (!isId(traceId, 32) || !isId(spanId, 16)) {
            throw new IllegalArgumentException("trace %s, span %s: no trace context".formatted(traceId, spanId));
        }
        flags &= KNOWN_FLAGS;
    }

    /**
     * Reads what somebody else wrote.
     *
     * @return absent for whatever is no trace context: a trace only informs, so it is never an error
     */
    public static @Nullable TraceContext of(@Nullable String traceparent) {
        if (traceparent == null || !isFramed(traceparent)) {
            return null;
        }
        var traceId = traceparent.substring(TRACE_ID, SPAN_ID - 1);
        var spanId = traceparent.substring(SPAN_ID, FLAGS - 1);
        return isId(traceId, 32) && isId(spanId, 16)
                ? new TraceContext(traceId, spanId, HexFormat.fromHexDigits(traceparent, FLAGS, LENGTH))
                : null;
    }

    /** A new trace, to be recorded. */
    public static TraceContext begin(RandomGenerator random) {
        return new TraceContext(id(random) + HEX.toHexDigits(random.nextLong()), id(random), SAMPLED);
    }

    /** The next step of the same trace. */
    public TraceContext next(RandomGenerator random) {
        return new TraceContext(traceId, id(random), flags);
    }

    public boolean sampled() {
        return (flags & SAMPLED) != 0;
    }

    @Override
    public String toString() {
        return "00-" + traceId + '-' + spanId + '-' + HEX.toHexDigits((byte) flags);
    }

    /** Dashes, version and flags; version 00 has no more than that, later ones may go on behind another dash. */
    private static boolean isFramed(String text) {
        int length = text.length();
        return length >= LENGTH
                && length <= LONGEST
                && text.charAt(TRACE_ID - 1) == '-'
                && text.charAt(SPAN_ID - 1) == '-'
                && text.charAt(FLAGS - 1) == '-'
                && isHex(text, 0, 2)
                && isHex(text, FLAGS, LENGTH)
                && !text.startsWith("ff")
                && (length == LENGTH || (text.charAt(LENGTH) == '-' && !text.startsWith("00")));
    }

    private static boolean isId(String text, int length) {
        return text.length() == length && isHex(text, 0, length) && !isZero(text);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char digit = text.charAt(at);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '0') {
                return false;
            }
        }
        return true;
    }

    private static String id(RandomGenerator random) {
        long drawn = random.nextLong();
        return HEX.toHexDigits(drawn == 0 ? 1 : drawn);
    }
}
