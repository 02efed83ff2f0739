package io.koobridge.gateway.command;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.instance.Phase;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Says how instances do. Without provisioning nobody knows, and "does not exist" would be a lie (design §3.8). */
final class LookUps {

    /** Less than a call has: a question that the call's own end breaks off is lost to metrics and to the breaker. */
    private static final Duration ASK_FOR = Duration.ofMillis(2_300);

    private final Instances instances;

    LookUps(Instances instances) {
        this.instances = instances;
    }

    Mono<Reply> carryOut(Command.LookUp lookUp, Circumstances circumstances) {
        var ids = lookUp.instanceIds();
        var possible = lookUp.possible();
        if (possible.isEmpty()) {
            return Mono.just(new Reply.LookedUp(standings(ids, List.of())));
        }
        var question = new InstanceViews.Question(circumstances.address().sold(), possible);
        return instances
                .query(question, circumstances.deadline().atMost(ASK_FOR))
                .map(answer -> switch (answer) {
                    case Answer.Answered<InstanceViews>(var views) ->
                        new Reply.LookedUp(standings(ids, views.instances()));
                    case Answer.NotSent<InstanceViews> _, Answer.Uncertain<InstanceViews> _ ->
                        new Reply.Refused(Refusal.SERVICE_AWAY);
                });
    }

    private static List<Standing> standings(List<String> ids, List<View> views) {
        var known =
                views.stream().collect(Collectors.toMap(View::instanceId, Function.identity(), (first, _) -> first));
        return ids.stream().map(id -> standing(id, known.get(id))).toList();
    }

    private static Standing standing(String id, @Nullable View view) {
        if (view == null) {
            // Of our making, so its purchase is on the way to the ledger (design §4); or of nobody's.
            return InstanceIds.isDerived(id) ? new Standing.Preparing() : new Standing.Unknown();
        }
        return view.phase() == Phase.RELEASED ? new Standing.Unknown() : Standing.of(view);
    }
}
