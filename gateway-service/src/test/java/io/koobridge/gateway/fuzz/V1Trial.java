package io.koobridge.gateway.fuzz;

import io.koobridge.gateway.fuzz.V1Verifier.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** One V1 call, and what is wrong with its answer. */
final class V1Trial implements Trials<V1Plan> {

    /** Far above what is allowed, so that a call which is never answered ends the test and does not hang it. */
    private static final Duration NEVER = Duration.ofSeconds(20);

    private final Gateway gateway;
    private final Tally tally;
    private final List<V1Plan> late = new CopyOnWriteArrayList<>();

    V1Trial(Gateway gateway, Tally tally) {
        this.gateway = gateway;
        this.tally = tally;
    }

    @Override
    public List<V1Plan> late() {
        return late;
    }

    @Override
    public Mono<List<String>> of(V1Plan plan) {
        return Mono.defer(() -> {
                    var wire = plan.wire();
                    var tape = Tape.of(plan.mood());
                    return gateway.take(wire, tape).map(answer -> judged(plan, wire, tape, answer));
                })
                .timeout(NEVER, Mono.just(List.of("it was never answered")))
                .onErrorResume(thrown -> Mono.just(List.of("it threw: " + thrown)));
    }

    private List<String> judged(V1Plan plan, V1Wire wire, Tape tape, Answered answer) {
        var judgement = V1Referee.judge(wire, tape, answer);
        V1Counts.add(tally, plan, judgement, answer);
        var complaints = new ArrayList<>(judgement.complaints());
        complaints.addAll(tampering(plan, judgement));
        if (answer.isLate() || (answer.isSlow() && !complaints.isEmpty())) {
            late.add(plan);
            return List.of();
        }
        return complaints;
    }

    /** The promise in its own words, whatever the second reading thinks of it: genuine is what was signed, however it is spelled. */
    static List<String> tampering(V1Plan plan, V1Referee.Judgement judgement) {
        if (judgement.verdict() instanceof Verdict.Genuine genuine) {
            return V1Verifier.withoutBlank(genuine.parameters()).equals(V1Verifier.withoutBlank(plan.said()))
                    ? List.of()
                    : List.of("what was changed after it had been signed was carried out as " + genuine.parameters());
        }
        boolean untouched =
                plan.steps().stream().noneMatch(step -> step.mutation().phase() == V1Mutation.Phase.SAID);
        return plan.isLegal() && untouched
                ? List.of("another spelling of the same call was refused: " + judgement.verdict())
                : List.of();
    }
}
