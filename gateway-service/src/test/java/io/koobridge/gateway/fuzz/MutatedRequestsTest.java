package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A share of the mutated calls over a real socket, in odd frames and in frames that are none. */
class MutatedRequestsTest {

    private static final int CALLS = Math.max(Framing.values().length, Settings.CALLS / 25);

    private static final List<Framing> FRAMES = List.of(Framing.values());

    /** Other calls than those without HTTP. */
    private static final int FIRST = 1_000_000;

    /** Beyond a request line of 32 KiB the server answers, and not the gateway. */
    private static final int LONGEST_QUERY = 30_000;

    @Tag("promise:always-an-answer")
    @Test
    void everyFrameWithAnAddressIsAnsweredAndOnlySoundOnesAreCarriedOut() {
        var tally = new Tally();
        Map<Framing, Duration> frames = new EnumMap<>(Framing.class);
        long began = System.nanoTime();
        try (var log = LogWatch.begun();
                var gateway =
                        new HttpGateway(Tape.of(Plan.of(Settings.SEED, FIRST).mood()))) {
            for (int number = FIRST; number < FIRST + CALLS; number++) {
                var plan = Plan.of(Settings.SEED, number);
                var framing = FRAMES.get(number % FRAMES.size());
                if (isQuick(plan)) {
                    long before = System.nanoTime();
                    var complaints = call(gateway, plan, framing, tally);
                    frames.merge(framing, Duration.ofNanos(System.nanoTime() - before), Duration::plus);
                    if (!complaints.isEmpty()) {
                        fail("%ncall %d of seed %d in the frame %s: %s%n%s%nmutations: %s"
                                .formatted(number, Settings.SEED, framing, complaints, plan.wire(), plan.mutations()));
                    }
                }
            }
            System.out.printf(
                    "fuzzer: %s requests of seed %d in %d ms%n  %s%n%s%n",
                    CALLS, Settings.SEED, (System.nanoTime() - began) / 1_000_000, frames, tally);
            assertThat(log.complaints()).as("in the log").isEmpty();
            Awaitility.await("every body was given back")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> gateway.budgetLeft() == HttpGateway.BUDGET);
        }
        assertThat(frames).containsOnlyKeys(Framing.values());
    }

    /** Calls that hang are tried without HTTP, many at once. */
    private static boolean isQuick(Plan plan) {
        return plan.mood().store() != Mood.Store.HANGS
                && plan.mood().reach() != Mood.Reach.HANGS
                && plan.mood().reach() != Mood.Reach.TOO_SLOW
                && plan.wire().query().length() < LONGEST_QUERY;
    }

    private static List<String> call(HttpGateway gateway, Plan plan, Framing framing, Tally tally) {
        var wire = plan.wire();
        var tape = Tape.of(plan.mood());
        gateway.record(tape);
        try (var caller = new Caller(gateway.port())) {
            var heard = caller.call(wire, framing, Plan.random(plan.number()));
            if (heard.isEmpty()) {
                boolean nobodyThere = framing == Framing.CUT_SHORT && tape.isEmpty();
                return nobodyThere ? List.of() : List.of("the connection was closed without an answer");
            }
            var complaints = new ArrayList<String>();
            var answer = heard.get().answer();
            if (!heard.get().statusLine().matches("HTTP/1\\.[01] 200 OK")) {
                complaints.add("it heard " + heard.get().statusLine());
            }
            boolean refused = tape.isEmpty()
                    && (answer.code().equals("000001") || answer.code().equals("000002"));
            if (framing.isSound() || (framing == Framing.LENGTH_AND_CHUNKS && !refused)) {
                var judgement = Referee.judge(wire, tape, answer);
                Counts.add(tally, plan, wire, judgement, answer);
                complaints.addAll(judgement.complaints());
            } else if (!refused
                    || !answer.bodySign()
                            .equals(Signing.bodySign(
                                    plan.place().keys().getFirst().secret(), answer.body()))) {
                complaints.add("expected a signed refusal, heard " + answer.text());
            }
            return complaints;
        } catch (IOException broken) {
            return List.of("the connection broke: " + broken);
        }
    }
}
