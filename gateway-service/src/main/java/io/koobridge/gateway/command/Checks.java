package io.koobridge.gateway.command;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.ChangeCheck;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Says whether an instance could become another product, as the product has it (saas-v2 §6.6). */
final class Checks {

    /** Less than a call has, as with every question. */
    private static final Duration ASK_FOR = Duration.ofMillis(2_300);

    private final Instances instances;

    Checks(Instances instances) {
        this.instances = instances;
    }

    Mono<Reply> carryOut(Command.Check check, Circumstances circumstances) {
        var question = new ChangeCheck.Question(
                circumstances.address().sold(),
                check.instanceId(),
                check.productId(),
                check.skuCode(),
                check.quantity());
        return instances
                .check(question, circumstances.deadline().atMost(ASK_FOR))
                .map(answer -> switch (answer) {
                    case Answer.Answered<ChangeCheck>(var verdict) -> reply(check.instanceId(), verdict);
                    case Answer.NotSent<ChangeCheck> _, Answer.Uncertain<ChangeCheck> _ ->
                        new Reply.Refused(Refusal.SERVICE_AWAY);
                });
    }

    private static Reply reply(String instanceId, ChangeCheck check) {
        return switch (check.verdict()) {
            case POSSIBLE -> new Reply.Possible();
            case IMPOSSIBLE -> new Reply.Impossible(Objects.requireNonNull(check.why()));
            case REFUSED -> refused(instanceId, Objects.requireNonNull(check.reason()));
            case UNDECIDED -> new Reply.Refused(Refusal.UNDECIDED);
        };
    }

    /** An id of our making whose purchase is still on its way is not unknown (design §4); what its product would say is. */
    private static Reply refused(String instanceId, Reason reason) {
        return reason == Reason.UNKNOWN_INSTANCE && InstanceIds.isDerived(instanceId)
                ? new Reply.Refused(Refusal.UNDECIDED)
                : new Reply.Declined(reason);
    }
}
