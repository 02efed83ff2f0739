package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A share of the mutated V1 calls over a real socket, in odd frames and in frames that are none. */
class MutatedV1RequestsTest {

    private static final int CALLS = Math.max(Framing.values().length, Settings.CALLS / 25);
    private static final List<Framing> FRAMES = List.of(Framing.values());

    /** Other calls than those without HTTP. */
    private static final int FIRST = 2_000_000;

    /** Beyond a request line of 32 KiB the server answers, and not the gateway. */
    private static final int LONGEST_QUERY = 30_000;

    @Tag("promise:always-an-answer")
    @Test
    void everyFrameWithAnAddressIsAnsweredAndOnlySoundOnesAreCarriedOut() {
        var tally = new Tally();
        long began = System.nanoTime();
        try (var log = LogWatch.begun();
                var gateway =
                        new HttpGateway(Tape.of(V1Plan.of(Settings.SEED, FIRST).mood()))) {
            for (int number = FIRST; number < FIRST + CALLS; number++) {
                var plan = V1Plan.of(Settings.SEED, number);
                var framing = FRAMES.get(number % FRAMES.size());
                if (isQuick(plan)) {
                    var complaints = call(gateway, plan, framing, tally);
                    if (!complaints.isEmpty()) {
                        fail("%nV1 call %d of seed %d in the frame %s: %s%n%s%nmutations: %s"
                                .formatted(number, Settings.SEED, framing, complaints, plan.wire(), plan.mutations()));
                    }
                }
            }
            System.out.printf(
                    "fuzzer: %s V1 requests of seed %d in %d ms%n%s%n",
                    CALLS, Settings.SEED, (System.nanoTime() - began) / 1_000_000, tally);
            assertThat(log.complaints()).as("in the log").isEmpty();
        }
        assertThat(tally.of("verdict", "genuine")).isPositive();
    }

    /** Calls that hang are tried without HTTP, many at once; an answer to HEAD has no body to compare. */
    private static boolean isQuick(V1Plan plan) {
        return plan.mood().store() != Mood.Store.HANGS
                && plan.mood().reach() != Mood.Reach.HANGS
                && plan.mood().reach() != Mood.Reach.TOO_SLOW
                && plan.wire().query().length() < LONGEST_QUERY
                && !plan.wire().method().equals("HEAD");
    }

    private static List<String> call(HttpGateway gateway, V1Plan plan, Framing framing, Tally tally) {
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
            if (framing.isSound()) {
                var judgement = V1Referee.judge(wire.received(), tape, answer);
                V1Counts.add(tally, plan, judgement, answer);
                complaints.addAll(judgement.complaints());
                complaints.addAll(V1Trial.tampering(plan, judgement));
            } else if (refused && !isSigned(plan.place(), answer)) {
                complaints.add("expected a signed refusal, heard " + answer.text());
            } else if (!refused && framing != Framing.LENGTH_AND_CHUNKS) {
                complaints.add("expected a refusal, heard " + answer.text());
            }
            return complaints;
        } catch (IOException broken) {
            return List.of("the connection broke: " + broken);
        }
    }

    private static boolean isSigned(Place place, Answered answer) {
        return List.of(place.keys().getFirst(), place.v1Keys().getFirst()).stream()
                .anyMatch(key -> answer.bodySign().equals(Signing.bodySign(key.secret(), answer.body())));
    }
}
