package io.koobridge.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Calls of one edition through one gateway, many at once. What must hold in every edition is looked at here.
 *
 * @param <P> how such a call comes to be
 */
final class Barrage<P> {

    private static final int AT_ONCE = 64;
    private static final int MOST_LATE = 10;

    private static final List<String> CODES = List.of(
            "000000", "000001", "000002", "000003", "000004", "000005", "000100", "000101", "000102", "000103",
            "000104", "000105", "000106", "000107");

    /** How calls of an edition are made, tried and told of. */
    interface Edition<P> {

        P plan(int number);

        Trials<P> trials(Gateway gateway, Tally tally);

        /** A call that failed, with all that is needed to look at it. */
        String told(P plan, List<String> complaints);
    }

    private record Failed<P>(P plan, List<String> complaints) {}

    private final Gateway gateway = new Gateway();
    private final Tally tally = new Tally();
    private final String name;
    private final Edition<P> edition;

    Barrage(String name, Edition<P> edition) {
        this.name = name;
        this.edition = edition;
    }

    Gateway gateway() {
        return gateway;
    }

    Tally tally() {
        return tally;
    }

    /** Ends with an error at the first call that went wrong. */
    void fire(int calls) {
        var trials = edition.trials(gateway, tally);
        long began = System.nanoTime();
        try (var log = LogWatch.begun()) {
            var failed = Flux.fromStream(numbers(calls).boxed())
                    .flatMap(number -> trial(trials, number), AT_ONCE)
                    .next()
                    .block();
            if (failed != null) {
                fail(edition.told(failed.plan(), failed.complaints()));
            }
            System.out.printf(
                    "fuzzer: %d %s of seed %d in %d ms; remembered %d bytes, %d meters, %d late%n%s%n",
                    tally.of("code"),
                    name,
                    Settings.SEED,
                    (System.nanoTime() - began) / 1_000_000,
                    gateway.rememberedBytes(),
                    gateway.meters(),
                    trials.late().size(),
                    tally);
            assertThat(log.complaints()).as("in the log").isEmpty();
            assertThat(trials.late().stream().limit(MOST_LATE).filter(this::isWrongAlone))
                    .as("calls that are late, or wrong for lack of time, also alone")
                    .isEmpty();
        }
        assertThat(gateway.labels())
                .as("what the journal is told")
                .hasSizeLessThan(60)
                .allMatch(label -> label.matches("[A-Za-z_]{1,40}"));
        assertThat(tally.messages()).as("what refused calls hear").hasSizeLessThan(60);
    }

    /** What every edition's calls come to, when there are enough of them. */
    void assertReached(List<String> activities, Enum<?>... mutations) {
        assertReached(CODES, activities, mutations);
    }

    /** The same in an edition with codes of its own. */
    void assertReached(List<String> codes, List<String> activities, Enum<?>... mutations) {
        tally.assertReached("mutation", mutations);
        tally.assertReached("code", codes);
        tally.assertReached("activity", activities);
        tally.assertReached(
                "activity",
                activities.stream().map(activity -> activity + " (debugging)").toList());
    }

    private static IntStream numbers(int calls) {
        return Settings.ONE_CASE < 0 ? IntStream.range(0, calls) : IntStream.of(Settings.ONE_CASE);
    }

    private Mono<Failed<P>> trial(Trials<P> trials, int number) {
        return Mono.defer(() -> {
                    var plan = edition.plan(number);
                    return trials.of(plan)
                            .filter(complaints -> !complaints.isEmpty())
                            .map(complaints -> new Failed<>(plan, complaints));
                })
                .subscribeOn(Schedulers.parallel());
    }

    private boolean isWrongAlone(P plan) {
        return IntStream.range(0, 3).noneMatch(attempt -> {
            var alone = edition.trials(new Gateway(), new Tally());
            return List.of().equals(alone.of(plan).block()) && alone.late().isEmpty();
        });
    }
}
