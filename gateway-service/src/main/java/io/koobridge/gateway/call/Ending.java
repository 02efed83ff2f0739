package io.koobridge.gateway.call;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.VerifiedCall;
import java.util.Locale;

/**
 * How a call ended.
 *
 * @param subject an instance, an order or an authorization code, or the address when the call named nothing
 * @param verdict {@code verified}, {@code rehearsed} for a debugging call, {@code repeated} for what was answered before, {@code stale}
 *     for what was stored although it is older than what is known, or the word of the refusal
 * @param authentic a key verified the call, and that key signs the answer; otherwise the first of the address does
 */
public record Ending(
        CallAnswer answer, AccessKey signer, boolean authentic, String subject, Activity activity, String verdict) {

    private static final String VERIFIED = "verified";
    private static final String REHEARSED = "rehearsed";
    private static final String STALE = "stale";
    private static final String REPEATED = "repeated";

    /** Nobody knows whose call it was. */
    static Ending stranger(CallHead head, Dialect dialect, Refusal refusal) {
        var address = head.address();
        var signer = dialect.keys(address.keys()).first();
        return new Ending(
                dialect.answer(new Reply.Refused(refusal), address, signer),
                signer,
                false,
                address.path(),
                Activity.OTHER,
                refusal.verdict());
    }

    /** The marketplace's call; nobody got to know what it is about. */
    static Ending unread(Known known, Refusal refusal) {
        return refused(
                known.read(new Translation.NotUnderstood(Activity.told(known.head()), refusal.message())), refusal);
    }

    /** The marketplace's call, not carried out. */
    static Ending refused(Heard heard, Refusal refusal) {
        var address = heard.head().address();
        return new Ending(
                heard.dialect()
                        .answer(
                                new Reply.Refused(refusal),
                                address,
                                heard.call().key()),
                heard.call().key(),
                true,
                address.path(),
                heard.translation().activity(),
                refusal.verdict());
    }

    /** The marketplace's call, answered: as it deserves, or in its stead with why we could not. */
    static Ending answered(CallAnswer answer, VerifiedCall call, String subject, Translation translation, Reply reply) {
        var verdict =
                switch (reply) {
                    case Reply.Refused(var refusal) -> refusal.verdict();
                    case Reply.Declined(var reason) -> reason.name().toLowerCase(Locale.ROOT);
                    case Reply.Impossible _ -> "impossible";
                    case Reply.Noted(var stale) when stale -> STALE;
                    case Reply.Purchased _,
                            Reply.Obtained _,
                            Reply.Noted _,
                            Reply.Applied _,
                            Reply.LookedUp _,
                            Reply.Possible _ -> translation instanceof Translation.Rehearsed ? REHEARSED : VERIFIED;
                };
        return new Ending(answer, call.key(), true, subject, translation.activity(), verdict);
    }

    /** Again what was answered before, which may have been a refusal. */
    static Ending repeated(CallAnswer answer, VerifiedCall call, String subject, Activity activity) {
        return new Ending(answer, call.key(), true, subject, activity, REPEATED);
    }

    boolean needsRestart() {
        return answer.failed() && !activity.repeated();
    }
}
