package io.koobridge.gateway.fuzz;

import io.koobridge.gateway.fuzz.Plan.Again;
import io.koobridge.gateway.fuzz.Verifier.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** One call, what follows it, and what is wrong with the answers. */
final class Trial implements Trials<Plan> {

    /** Far above what is allowed, so that a call which is never answered ends the test and does not hang it. */
    private static final Duration NEVER = Duration.ofSeconds(20);

    private final Gateway gateway;
    private final Tally tally;
    private final List<Plan> late = new CopyOnWriteArrayList<>();

    Trial(Gateway gateway, Tally tally) {
        this.gateway = gateway;
        this.tally = tally;
    }

    @Override
    public List<Plan> late() {
        return late;
    }

    @Override
    public Mono<List<String>> of(Plan plan) {
        return Mono.defer(() -> of(plan, plan.wire()));
    }

    Mono<List<String>> of(Plan plan, Wire wire) {
        return Mono.defer(() -> {
                    var tape = Tape.of(plan.mood());
                    return heard(wire, tape).flatMap(answer -> judged(plan, wire, tape, answer));
                })
                .timeout(NEVER, Mono.just(List.of("it was never answered")))
                .onErrorResume(thrown -> Mono.just(List.of("it threw: " + thrown)));
    }

    private Mono<List<String>> judged(Plan plan, Wire wire, Tape tape, Answered answer) {
        var judgement = Referee.judge(wire, tape, answer);
        Counts.add(tally, plan, wire, judgement, answer);
        var complaints = new ArrayList<>(judgement.complaints());
        complainOfTampering(plan, wire, judgement, complaints);
        if (answer.isLate() || (answer.isSlow() && !complaints.isEmpty())) {
            late.add(plan);
            return Mono.just(List.of());
        }
        return plan.again() == Again.NOTHING || !complaints.isEmpty()
                ? Mono.just(complaints)
                : again(plan, wire, judgement, answer);
    }

    /** The promise in its own words, whatever the second reading thinks of it. */
    private static void complainOfTampering(
            Plan plan, Wire wire, Referee.Judgement judgement, List<String> complaints) {
        if (plan.resigned() || !(judgement.verdict() instanceof Verdict.Genuine genuine)) {
            return;
        }
        var signed = wire.formula();
        boolean same = genuine.nonce().equals(signed.nonce())
                && genuine.timestamp().equals(signed.timestamp())
                && genuine.key().secret().equals(signed.secret());
        if (!same || !isSaid(plan.original(), wire.body(), signed.sorted())) {
            complaints.add("what was changed after it had been signed was carried out");
        }
    }

    /** The very bytes, or others that have them as their canonical form. */
    private static boolean isSaid(byte[] original, byte[] sent, boolean sorted) {
        var payload = sorted ? Signing.canonical(original).orElse(original) : original;
        return Arrays.equals(payload, sent)
                || Signing.canonical(sent)
                        .filter(form -> Arrays.equals(form, payload))
                        .isPresent();
    }

    private Mono<List<String>> again(Plan plan, Wire wire, Referee.Judgement first, Answered answer) {
        boolean remembered = first.verdict() instanceof Verdict.Genuine;
        if (plan.again() == Again.SAME_NONCE && !remembered) {
            return Mono.just(List.of());
        }
        var tape = Tape.of(plan.mood());
        var second = plan.again() == Again.SAME_NONCE ? wire.replaced() : wire;
        return heard(second, tape).<List<String>>map(other -> {
            if (other.isSlow()) {
                // Both times as long as anybody may wait, or nearly: what is left to compare depends on the machine.
                return List.of();
            }
            if (plan.again() == Again.SAME_NONCE) {
                return tape.isEmpty() && other.code().equals("000001")
                        ? List.of()
                        : List.of("another body under the same nonce heard " + other.text());
            }
            if (remembered && !first.expected().failed()) {
                return tape.isEmpty() && other.text().equals(answer.text())
                        ? List.of()
                        : List.of("the same call again heard %s and not %s".formatted(other.text(), answer.text()));
            }
            return Referee.judge(wire, tape, other).complaints();
        });
    }

    private Mono<Answered> heard(Wire wire, Tape tape) {
        return gateway.take(wire, tape);
    }
}
