package io.koobridge.events.inquiry;

import io.koobridge.events.instance.OrderKey;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed and that the marketplace does not repeat by itself: body of {@code POST /internal/lost-calls} of the service that knows what the
 * call was about, where a person finds it. Told once or several times, it is one.
 *
 * @param instanceId what the call was about; 1 to {@value OrderKey#LONGEST} characters
 * @param which tells it from others of its activity about the same instance: an application's {@code eventId}, a few characters of what makes a change the same one;
 *     absent where all are one, else 1 to {@value OrderKey#LONGEST} characters
 * @param activity as metrics and journal name the call; 1 to 64 letters and digits
 * @param resultCode what the marketplace heard: six digits
 * @param verdict why, in the journal's word; 1 to 64 small letters, digits and {@code _}
 * @param receivedAt when the call came
 */
public record LostCall(
        String instanceId,
        @Nullable String which,
        String activity,
        String resultCode,
        String verdict,
        Instant receivedAt) {

    /** Of all members, as JSON, whatever characters there are. */
    public static final int LONGEST_JSON = 4_096;

    private static final Pattern ACTIVITY = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern RESULT_CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern VERDICT = Pattern.compile("[a-z0-9_]{1,64}");

    /** Never doubtful in a shell or a path, as in ids of orders. */
    private static final char BETWEEN = '~';

    public LostCall {
        requireId(instanceId, "instanceId");
        if (which != null) {
            requireId(which, "which");
        }
        if (receivedAt == null) {
            throw new IllegalArgumentException("receivedAt is missing");
        }
        require(ACTIVITY, activity, "activity must have 1 to 64 letters and digits");
        require(RESULT_CODE, resultCode, "resultCode must have six digits");
        require(VERDICT, verdict, "verdict must be a word of 1 to 64 small letters, digits and _");
    }

    /** The answer: what a person finds it by. */
    public record Taken(String subject) {}

    /**
     * The same for every call that is restarted together with this one: {@code kb1~changeInstanceCheck}, {@code kb1~releaseLicense~4f0c12ab}, {@code
     * kb1~getLicenseAsync~event}. Several calls about one instance can be lost, and restarting one of them makes up for no other.
     */
    public String subject() {
        var call = instanceId + BETWEEN + activity;
        return which == null ? call : call + BETWEEN + which;
    }

    private static void requireId(String id, String name) {
        if (id.isBlank() || id.length() > OrderKey.LONGEST) {
            throw new IllegalArgumentException("%s must have 1 to %d characters, not all blank, has %d"
                    .formatted(name, OrderKey.LONGEST, id.length()));
        }
    }

    private static void require(Pattern form, String text, String sentence) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
