package io.koobridge.simulator.life;

import io.koobridge.simulator.market.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The steps of one purchase, in the order in which they were asked for. At most {@value #DEEDS_KEPT} are kept; the oldest that is over goes first, but never
 * the purchase itself. The order that a step placed outlives the step: the seller may ask for it long after, and whoever forgot it would have to say something else.
 *
 * @param count also of those no longer kept
 * @param earlier orders of those no longer kept, oldest first; at most {@value #EARLIER_KEPT}
 */
public record Trail(int count, List<Deed> deeds, List<Order> earlier) {
    static final int DEEDS_KEPT = 24;
    static final int EARLIER_KEPT = 200;
    static final int OPEN_AT_MOST = 12;

    static Trail beginning(NewInstance first, Deed.Delivered delivered) {
        return beginning(first, delivered, new StepState.Waiting().begun(delivered.requestedAt()));
    }

    /** With a step that is already what it says. */
    static Trail beginning(Step first, Deed.Delivered delivered, StepState state) {
        return new Trail(1, List.of(Deed.of(1, first, delivered, state)), List.of());
    }

    Trail and(Step step, Deed.Delivered delivered) {
        List<Deed> kept = new ArrayList<>(deeds);
        List<Order> orders = new ArrayList<>(earlier);
        if (kept.size() >= DEEDS_KEPT) {
            for (int i = 1; i < kept.size(); i++) {
                if (kept.get(i).state().isOver()) {
                    Order order = kept.remove(i).step().order();
                    if (order != null) {
                        orders.add(order);
                    }
                    break;
                }
            }
        }
        kept.add(Deed.of(count + 1, step, delivered, new StepState.Waiting()));
        return new Trail(
                count + 1,
                List.copyOf(kept),
                List.copyOf(orders.subList(Math.max(0, orders.size() - EARLIER_KEPT), orders.size())));
    }

    public Deed first() {
        return deeds.getFirst();
    }

    public Deed last() {
        return deeds.getLast();
    }

    public Optional<Deed> find(int number) {
        return deeds.stream().filter(deed -> deed.number() == number).findFirst();
    }

    public Deed known(int number) {
        return find(number).orElseThrow(() -> new NoSuchElementException("no step " + number));
    }

    /** Also true of a step that has been forgotten, which happens only to those that are over. */
    public boolean isOver(int number) {
        return find(number).map(deed -> deed.state().isOver()).orElse(true);
    }

    public Trail with(Deed changed) {
        return new Trail(
                count,
                deeds.stream()
                        .map(deed -> deed.number() == changed.number() ? changed : deed)
                        .toList(),
                earlier);
    }

    public long open() {
        return deeds.stream().filter(deed -> !deed.state().isOver()).count();
    }

    /** What was made for the first end may be made anew for another one; nobody says when the seller has done so (license §7). */
    boolean renewed() {
        return deeds.stream().anyMatch(deed -> deed.step() instanceof Refresh);
    }

    public boolean roomForMore() {
        return open() < OPEN_AT_MOST;
    }

    /** Nothing is under way. */
    public boolean idle() {
        return open() == 0;
    }

    /** Everything is over and nothing failed: what is believed can be compared with the seller. */
    public boolean settled() {
        return deeds.stream().allMatch(deed -> deed.state().isOver() && !(deed.state() instanceof StepState.Failed));
    }

    /** The step whose turn it is: the first that waits, if what was before it is over or held back long enough. */
    Optional<Deed> nextInTurn(Instant realNow) {
        for (Deed deed : deeds) {
            switch (deed.state()) {
                case StepState.Waiting _ -> {
                    return Optional.of(deed);
                }
                case StepState.Held held
                when realNow.isBefore(held.nextFrom()) -> {
                    return Optional.empty();
                }
                case StepState.Delivering _ -> {
                    return Optional.empty();
                }
                default -> {
                    // Over, or held back long enough.
                }
            }
        }
        return Optional.empty();
    }

    /** What can no longer be said to a seller who has no instance of it (any more). */
    Trail cancelled(boolean released, Instant now) {
        return new Trail(
                count,
                deeds.stream()
                        .map(deed -> deed.state() instanceof StepState.Waiting waiting
                                        && !(released && Step.possibleAfterRelease(deed.step()))
                                ? deed.in(waiting.cancelled(now))
                                : deed)
                        .toList(),
                earlier);
    }
}
