package io.koobridge.gateway.dialect;

/**
 * What a call is about, as metrics and journal name it.
 *
 * @param label from a small fixed set, because it labels metrics: never the caller's own text
 * @param repeated KooGallery calls again by itself when the answer is an error; otherwise somebody must press restart (design §3.6)
 * @param held its answer may be held for what it asks for (design §3.8), which is no sign of anything being slow
 */
public record Activity(String label, boolean repeated, boolean held) {

    /** One that is answered as soon as it can be. */
    public Activity(String label, boolean repeated) {
        this(label, repeated, false);
    }

    /** Of a call that nobody could or would read so far. */
    public static final Activity OTHER = new Activity("other", true);

    /** What an authentic call is about as far as its head tells: those of the joint-operations kit each have a path of their own. */
    public static Activity told(CallHead head) {
        var kit = head.kit();
        return kit == null ? OTHER : new Activity(kit.called().label(), false);
    }
}
