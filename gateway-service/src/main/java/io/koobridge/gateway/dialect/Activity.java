package io.koobridge.gateway.dialect;

/**
 * What a call is about, as metrics and journal name it.
 *
 * @param label from a small fixed set, because it labels metrics: never the caller's own text
 * @param repeated KooGallery calls again by itself when the answer is an error; otherwise somebody must press restart (design §3.6)
 */
public record Activity(String label, boolean repeated) {

    /** Of a call that nobody could or would read so far. */
    public static final Activity OTHER = new Activity("other", true);
}
