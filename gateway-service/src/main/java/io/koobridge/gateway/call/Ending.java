package io.koobridge.gateway.call;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.Activity;
import io.koobridge.gateway.dialect.Answer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.VerifiedCall;

/**
 * How a call ended.
 *
 * @param subject an instance, or the address when the call named nothing
 * @param verdict {@code verified}, {@code repeated} for what was answered before, or the word of the refusal
 * @param authentic a key verified the call, and that key signs the answer; otherwise the first of the address does
 */
public record Ending(
        Answer answer, AccessKey signer, boolean authentic, String subject, Activity activity, String verdict) {

    private static final String VERIFIED = "verified";
    private static final String REPEATED = "repeated";

    /** Nobody knows whose call it was. */
    static Ending stranger(CallHead head, Dialect dialect, Refusal refusal) {
        var address = head.address();
        return new Ending(
                dialect.answer(new Reply.Refused(refusal), address.edition()),
                dialect.keys(address.keys()).first(),
                false,
                address.path(),
                Activity.OTHER,
                refusal.verdict());
    }

    /** The marketplace's call, not carried out. */
    static Ending refused(Heard heard, Refusal refusal) {
        var address = heard.head().address();
        return new Ending(
                heard.dialect().answer(new Reply.Refused(refusal), address.edition()),
                heard.call().key(),
                true,
                address.path(),
                heard.translation().activity(),
                refusal.verdict());
    }

    /** The marketplace's call, answered: as it deserves, or in its stead with why we could not. */
    static Ending answered(Answer answer, VerifiedCall call, String subject, Activity activity, Reply reply) {
        var verdict = reply instanceof Reply.Refused(var refusal) ? refusal.verdict() : VERIFIED;
        return new Ending(answer, call.key(), true, subject, activity, verdict);
    }

    /** Again what was answered before, which may have been a refusal. */
    static Ending repeated(Answer answer, VerifiedCall call, String subject, Activity activity) {
        return new Ending(answer, call.key(), true, subject, activity, REPEATED);
    }

    boolean needsRestart() {
        return answer.failed() && !activity.repeated();
    }
}
