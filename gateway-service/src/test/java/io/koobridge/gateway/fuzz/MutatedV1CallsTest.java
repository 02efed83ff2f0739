package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The same for V1: what is said is changed before signing, how it is spelled and what it says after it. What must come of each follows from a second
 * reading of saas-v1, see {@link V1Referee}; and nothing is ever taken for genuine that does not say what was signed.
 */
class MutatedV1CallsTest {

    private static final int AT_ONCE = 64;
    private static final int MOST_METERS = 300;
    private static final int MOST_LATE = 10;

    private record Failed(V1Plan plan, List<String> complaints) {}

    @Tag("promise:edition-codes")
    @Tag("promise:only-the-signed")
    @Test
    void everyMutatedCallEndsAsASecondReadingOfTheProtocolSays() {
        var gateway = new Gateway();
        var tally = new V1Tally();
        var trial = new V1Trial(gateway, tally);
        long began = System.nanoTime();
        try (var log = LogWatch.begun()) {
            var failed = Flux.fromStream(numbers().boxed())
                    .flatMap(number -> trial(trial, number), AT_ONCE)
                    .next()
                    .block();
            if (failed != null) {
                fail(told(failed));
            }
            System.out.printf(
                    "fuzzer: %d V1 calls of seed %d in %d ms; %d meters, %d late%n%s%n",
                    tally.of("calls", "GET") + tally.of("calls", "POST"),
                    Settings.SEED,
                    (System.nanoTime() - began) / 1_000_000,
                    gateway.meters(),
                    trial.late().size(),
                    tally);
            assertThat(log.complaints()).as("in the log").isEmpty();
            assertThat(trial.late().stream()
                            .limit(MOST_LATE)
                            .filter(MutatedV1CallsTest::isWrongAlone)
                            .map(V1Plan::number))
                    .as("calls that are late, or wrong for lack of time, also alone")
                    .isEmpty();
        }
        assertThat(gateway.meters()).isLessThan(MOST_METERS);
        assertThat(gateway.rememberedBytes()).as("V1 has no nonces").isZero();
        assertThat(gateway.labels())
                .as("what the journal is told")
                .hasSizeLessThan(60)
                .allMatch(label -> label.matches("[A-Za-z_]{1,40}"));
        assertThat(tally.messages()).as("what refused calls hear").hasSizeLessThan(60);
        if (Settings.ONE_CASE < 0 && Settings.CALLS >= Settings.ENOUGH) {
            everythingWasReached(tally);
        }
    }

    private static boolean isWrongAlone(V1Plan plan) {
        return IntStream.range(0, 3).noneMatch(attempt -> {
            var alone = new V1Trial(new Gateway(), new V1Tally());
            return List.of().equals(alone.of(plan).block()) && alone.late().isEmpty();
        });
    }

    /** With as few mutations as still make it go wrong. */
    private static String told(Failed failed) {
        var plan = failed.plan();
        var complaints = failed.complaints();
        for (int i = 0; i < plan.steps().size(); ) {
            var fewer = new ArrayList<>(plan.steps());
            fewer.remove(i);
            var candidate = plan.withSteps(fewer);
            var those = new V1Trial(new Gateway(), new V1Tally()).of(candidate).block();
            if (those == null || those.isEmpty()) {
                i++;
            } else {
                plan = candidate;
                complaints = those;
            }
        }
        return """

                V1 call %d of seed %d (again with -Dkoobridge.fuzz.seed=%2$d -Dkoobridge.fuzz.case=%1$d)
                complaints: %s
                mutations: %s, of which this is the fewest: %s
                mood: %s
                said: %s
                the call: %s""".formatted(
                        plan.number(),
                        Settings.SEED,
                        String.join("\n  ", complaints),
                        failed.plan().mutations(),
                        plan.mutations(),
                        plan.mood(),
                        plan.said(),
                        plan.wire());
    }

    private static IntStream numbers() {
        return Settings.ONE_CASE < 0 ? IntStream.range(0, Settings.V1_CALLS) : IntStream.of(Settings.ONE_CASE);
    }

    private static Mono<Failed> trial(V1Trial trial, int number) {
        return Mono.defer(() -> {
                    var plan = V1Plan.of(Settings.SEED, number);
                    return trial.of(plan)
                            .filter(complaints -> !complaints.isEmpty())
                            .map(complaints -> new Failed(plan, complaints));
                })
                .subscribeOn(Schedulers.parallel());
    }

    private static void everythingWasReached(V1Tally tally) {
        reached(tally, "mutation", names(V1Mutation.values()));
        reached(
                tally,
                "code",
                List.of(
                        "000000", "000001", "000002", "000003", "000004", "000005", "000100", "000101", "000102",
                        "000103", "000104", "000105", "000106", "000107"));
        reached(tally, "activity", V1Corpus.ACTIVITIES);
        reached(
                tally,
                "activity",
                V1Corpus.ACTIVITIES.stream()
                        .map(activity -> activity + " (debugging)")
                        .toList());
        reached(tally, "place", names(Place.values()));
        reached(tally, "key", List.of("v1-1", "v1-2", "v1-eu", "v1-intl"));
        reached(tally, "calls", List.of("GET", "POST"));
        reached(tally, "verdict", List.of("genuine", "of V2", "000001", "000002"));
    }

    private static void reached(V1Tally tally, String group, List<String> names) {
        assertThat(names).as("reached: " + group).allMatch(name -> tally.of(group, name) > 0);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
