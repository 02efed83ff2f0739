package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fifty thousand calls with something wrong or odd about them, half of them signed after that, through the gateway's real conversation. What must come
 * of each follows from a second reading of saas-v2, see {@link Referee}.
 */
class MutatedCallsTest {

    private static final int AT_ONCE = 64;
    private static final long MOST_REMEMBERED = 2 * 16L * 1024 * 1024;

    /** Series of metrics; each is kept for ever, so their number must not depend on what callers say. */
    private static final int MOST_METERS = 200;

    private static final int MOST_LATE = 10;

    private static final List<String> ACTIVITIES = List.of(
            "newInstance",
            "queryInstance",
            "refreshInstance",
            "updateInstanceStatus",
            "releaseInstance",
            "upgradeInstance",
            "changeInstanceCheck");

    private record Failed(Plan plan, List<String> complaints) {}

    @Tag("promise:edition-codes")
    @Test
    void everyMutatedCallEndsAsASecondReadingOfTheProtocolSays() {
        var gateway = new Gateway();
        var tally = new Tally();
        var trial = new Trial(gateway, tally);
        long began = System.nanoTime();
        try (var log = LogWatch.begun()) {
            var failed = Flux.fromStream(numbers().boxed())
                    .flatMap(number -> trial(trial, number), AT_ONCE)
                    .next()
                    .block();
            if (failed != null) {
                fail(new Reproduction(Settings.SEED).of(failed.plan(), failed.complaints()));
            }
            System.out.printf(
                    "fuzzer: %d calls of seed %d in %d ms; remembered %d bytes, %d meters, %d late%n%s%n",
                    tally.of("signed", "after") + tally.of("signed", "before"),
                    Settings.SEED,
                    (System.nanoTime() - began) / 1_000_000,
                    gateway.rememberedBytes(),
                    gateway.meters(),
                    trial.late().size(),
                    tally);
            assertThat(log.complaints()).as("in the log").isEmpty();
            assertThat(trial.late().stream()
                            .limit(MOST_LATE)
                            .filter(MutatedCallsTest::isWrongAlone)
                            .map(Plan::number))
                    .as("calls that are late, or wrong for lack of time, also alone")
                    .isEmpty();
        }
        assertThat(gateway.rememberedBytes()).isLessThanOrEqualTo(MOST_REMEMBERED);
        assertThat(gateway.meters()).isLessThan(MOST_METERS);
        assertThat(gateway.labels())
                .as("what the journal is told")
                .hasSizeLessThan(60)
                .allMatch(label -> label.matches("[A-Za-z_]{1,40}"));
        assertThat(tally.messages()).as("what refused calls hear").hasSizeLessThan(60);
        if (Settings.ONE_CASE < 0 && Settings.CALLS >= Settings.ENOUGH) {
            everythingWasReached(tally);
        }
    }

    private static boolean isWrongAlone(Plan plan) {
        return IntStream.range(0, 3).noneMatch(attempt -> {
            var alone = new Trial(new Gateway(), new Tally());
            return List.of().equals(alone.of(plan).block()) && alone.late().isEmpty();
        });
    }

    private static IntStream numbers() {
        return Settings.ONE_CASE < 0 ? IntStream.range(0, Settings.CALLS) : IntStream.of(Settings.ONE_CASE);
    }

    private static Mono<Failed> trial(Trial trial, int number) {
        return Mono.defer(() -> {
                    var plan = Plan.of(Settings.SEED, number);
                    return trial.of(plan)
                            .filter(complaints -> !complaints.isEmpty())
                            .map(complaints -> new Failed(plan, complaints));
                })
                .subscribeOn(Schedulers.parallel());
    }

    private static void everythingWasReached(Tally tally) {
        reached(tally, "mutation", names(Mutation.values()));
        reached(
                tally,
                "code",
                List.of(
                        "000000", "000001", "000002", "000003", "000004", "000005", "000100", "000101", "000102",
                        "000103", "000104", "000105", "000106", "000107"));
        reached(tally, "activity", ACTIVITIES);
        reached(
                tally,
                "activity",
                ACTIVITIES.stream().map(activity -> activity + " (debugging)").toList());
        reached(
                tally,
                "fact",
                List.of(
                        "InstancePurchased",
                        "InstanceFrozen",
                        "InstanceUnfrozen",
                        "InstanceReleased",
                        "TermChanged",
                        "UpgradeOrdered"));
        reached(tally, "verified", List.of("base-1", "base-2", "eu-1", "signed after", "signed before"));
        reached(tally, "rejected", List.of("000001", "000002"));
        reached(tally, "broker", names(Mood.Store.values()));
        reached(tally, "provisioning", names(Mood.Reach.values()));
        reached(tally, "again", names(Plan.Again.values()));
        assertThat(tally.of("signed", "after")).isBetween(Settings.CALLS * 9L / 20, Settings.CALLS * 11L / 20);
    }

    private static void reached(Tally tally, String group, List<String> names) {
        assertThat(names).as("reached: " + group).allMatch(name -> tally.of(group, name) > 0);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
