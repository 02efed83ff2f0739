package io.koobridge.simulator.playing;

import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.Till;
import io.koobridge.simulator.life.Book;
import io.koobridge.simulator.life.NotNow;
import io.koobridge.simulator.life.Sale;
import io.koobridge.simulator.market.Edition;
import io.koobridge.simulator.openapi.ApiFaultBoard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Random legal steps with random faults, then healing; one run at a time, the newest is remembered. */
public final class Chaos {
    private final Book book;
    private final Deliveries deliveries;
    private final Till till;
    private final ApiFaultBoard faults;
    private @Nullable ChaosRun newest;

    public Chaos(Book book, Deliveries deliveries, Till till, ApiFaultBoard faults) {
        this.book = book;
        this.deliveries = deliveries;
        this.till = till;
        this.faults = faults;
    }

    /**
     * Everything may be left out.
     *
     * @param editions that sell; what is sold in one may be listed anew in the other
     */
    public record Wanted(
            @Nullable Long seed,
            @Nullable Integer seconds,
            @Nullable Integer purchases,
            @Nullable List<Edition> editions,
            @Nullable Boolean openApiFaults) {

        ChaosRun.Plan plan() {
            return new ChaosRun.Plan(
                    Objects.requireNonNullElse(seed, 1L),
                    within("seconds", seconds, 60, 3600),
                    within("purchases", purchases, 10, 200),
                    played(),
                    Objects.requireNonNullElse(openApiFaults, true));
        }

        private List<Edition> played() {
            List<Edition> played = Objects.requireNonNullElse(editions, List.of(Edition.values()));
            if (played.isEmpty()
                    || played.stream().filter(Objects::nonNull).distinct().count() != played.size()) {
                throw new IllegalArgumentException("editions must be V1, V2 or both, each once");
            }
            return List.copyOf(played);
        }

        private static int within(String name, @Nullable Integer value, int otherwise, int most) {
            int number = value == null ? otherwise : value;
            if (number < 1 || number > most) {
                throw new IllegalArgumentException(name + " must be from 1 to " + most);
            }
            return number;
        }
    }

    /**
     * How far it is.
     *
     * @param unsettled purchases with a step that is open or failed
     * @param unsettledOrders their order ids: whoever finds the run {@code UNHEALED} looks there
     * @param notReady acknowledged purchases whose information has not come yet
     * @param listedAnew how often a sale went over to the other edition
     */
    public record View(
            long seed,
            String state,
            long secondsLeft,
            int purchases,
            List<String> orderIds,
            long unsettled,
            List<String> unsettledOrders,
            long notReady,
            Map<String, Integer> steps,
            Map<String, Integer> stepsByEdition,
            Map<String, Integer> faults,
            Map<String, Integer> openApiFaults,
            int restarts,
            int listedAnew) {}

    public synchronized View start(Wanted wanted) {
        if (newest != null && !newest.isOver()) {
            throw new NotNow("a run is under way");
        }
        ChaosRun run = new ChaosRun(wanted.plan(), tally -> new ChaosPlayer(book, deliveries, till, tally), faults);
        newest = run;
        till.timing().timetable().now(run::play);
        return view(run);
    }

    /** Ends the running phase; healing follows. */
    public synchronized Optional<View> end() {
        return Optional.ofNullable(newest).map(run -> {
            run.end();
            return view(run);
        });
    }

    public synchronized Optional<View> view() {
        return Optional.ofNullable(newest).map(this::view);
    }

    private View view(ChaosRun run) {
        List<Sale> sales = run.orderIds.stream()
                .flatMap(orderId -> book.find(orderId).stream())
                .toList();
        List<String> unsettled = sales.stream()
                .filter(sale -> !sale.trail().settled())
                .map(sale -> sale.order().orderId())
                .toList();
        ChaosTally.Counts counts = run.tally.counts();
        return new View(
                run.plan.seed(),
                run.state().name(),
                run.secondsLeft(),
                run.orderIds.size(),
                run.orderIds,
                unsettled.size(),
                unsettled,
                sales.stream().filter(Sale::awaitsInformation).count(),
                counts.steps(),
                counts.stepsByEdition(),
                counts.faults(),
                counts.openApiFaults(),
                counts.restarts(),
                counts.listedAnew());
    }
}
