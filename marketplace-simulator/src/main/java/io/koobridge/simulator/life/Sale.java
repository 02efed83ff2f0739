package io.koobridge.simulator.life;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.Order;
import io.koobridge.simulator.market.OrderType;
import io.koobridge.simulator.market.ProductKind;
import io.koobridge.simulator.market.RetryPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A purchase with everything that happened to it.
 *
 * @param listing by which edition its calls are made now
 * @param bulk the bulk run it belongs to, if any
 * @param books what was sold
 * @param seen what the seller said
 */
public record Sale(Order order, Listing listing, @Nullable String bulk, Books books, Trail trail, Seen seen) {
    public static final String ORDERED = "ORDERED";
    public static final String ACCEPTED = "ACCEPTED";
    public static final String READY = "READY";
    public static final String FAILED_REFUNDED = "FAILED_REFUNDED";

    /** How polling went; {@code lastReason} is null before the first poll and after the successful one. */
    public record Polls(int count, @Nullable String lastReason) {}

    public record HandedOver(Delivery delivery, Instant readyAt) {}

    /**
     * What the seller said.
     *
     * @param belief null until {@code newInstance} is acknowledged
     * @param license of License V1, as it was answered first; once there was a renewal, as it was answered last
     */
    public record Seen(
            @Nullable Belief belief,
            @Nullable HandedOver handedOver,
            Polls polls,
            @Nullable String license) {
        static final Seen NOTHING = new Seen(null, null, new Polls(0, null), null);

        Seen with(@Nullable Belief other) {
            return new Seen(other, handedOver, polls, license);
        }

        Seen with(HandedOver other) {
            return new Seen(belief, other, polls, license);
        }

        Seen with(Polls other) {
            return new Seen(belief, handedOver, other, license);
        }

        /** The first is what was delivered; another one is a broken promise and changes nothing, unless its end was moved since. */
        Seen licensed(@Nullable String answered, boolean renewed) {
            return license == null || (renewed && answered != null)
                    ? new Seen(belief, handedOver, polls, answered)
                    : this;
        }
    }

    /** Placed with faults for its first attempts, and repeated otherwise than is documented. */
    public static Sale of(Order order, Listing listing, RetryPlan plan, List<Fault> faults) {
        return opened(order, listing, new Deed.Delivered(order.createdAt(), plan, faults), null);
    }

    /** As it is listed. */
    public static Sale of(Order order, Listing listing, List<Fault> faults) {
        RetryPlan plan = listing.kind() == ProductKind.LICENSE_CODE
                ? RetryPlan.ONCE
                : NewInstance.of(order, listing).documentedPlan(listing);
        return opened(order, listing, new Deed.Delivered(order.createdAt(), plan, faults), null);
    }

    public static Sale of(Order order, Listing listing, RetryPlan plan, @Nullable String bulk) {
        return opened(order, listing, new Deed.Delivered(order.createdAt(), plan, List.of()), bulk);
    }

    private static Sale opened(Order order, Listing listing, Deed.Delivered delivered, @Nullable String bulk) {
        Books books = Books.opened(order, order.type() == OrderType.TRIAL);
        if (listing.kind() == ProductKind.LICENSE_CODE) {
            HandOutCode first = HandOutCode.of(order);
            // Whatever is told of it was told later.
            Belief belief = Belief.opened(first.code(), order, Instant.EPOCH);
            Trail trail = Trail.beginning(first, delivered, new StepState.Acknowledged(order.createdAt()));
            return new Sale(order, listing, bulk, books, trail, Seen.NOTHING.with(belief));
        }
        return new Sale(
                order, listing, bulk, books, Trail.beginning(NewInstance.of(order, listing), delivered), Seen.NOTHING);
    }

    public Sale with(Trail next) {
        return new Sale(order, listing, bulk, books, next, seen);
    }

    private Sale believing(@Nullable Belief belief) {
        return seeing(seen.with(belief));
    }

    private Sale seeing(Seen next) {
        return new Sale(order, listing, bulk, books, trail, next);
    }

    /** The step is in the books at once and on the way to the seller as soon as it is its turn. */
    public Sale requested(Step step, Deed.Delivered delivered) {
        return new Sale(order, listing, bulk, step.booked(books), trail.and(step, delivered), seen);
    }

    /** The first fault of the step is being made now. */
    public Sale faultMade(int number) {
        return with(trail.with(trail.known(number).withoutFirstFault()));
    }

    /**
     * The step is signed and kept back.
     *
     * @param nextFrom real time
     */
    public Sale held(int number, Instant nextFrom) {
        Deed deed = trail.known(number);
        return deed.state() instanceof StepState.Delivering delivering
                ? with(trail.with(deed.in(delivering.held(nextFrom))))
                : this;
    }

    public Sale letGo(int number) {
        Deed deed = trail.known(number);
        return deed.state() instanceof StepState.Held held ? with(trail.with(deed.in(held.letGo()))) : this;
    }

    /** What an answer changes. */
    Sale answered(int number, Attempt attempt, Instant now) {
        Deed before = trail.known(number);
        Deed after = before.answered(attempt, now);
        Sale recorded = with(trail.with(after));
        if (attempt.decides()) {
            Sale told = recorded.believing(recorded.believed(after, attempt)).handedOver(attempt, now);
            return told.seeing(told.seen.licensed(attempt.heard().license(), trail.renewed()));
        }
        boolean refunded =
                after.state() instanceof StepState.Refunded && !before.state().isOver();
        return refunded ? recorded.refunded() : recorded;
    }

    /** Every {@code newInstance} of V1 tells the current access data (saas-v1 §1.5). */
    private Sale handedOver(Attempt attempt, Instant now) {
        Delivery delivery = attempt.heard().delivery();
        boolean ofThis = seen.belief() != null
                && seen.belief().instanceId().equals(attempt.heard().instanceId());
        if (!listing.isV1() || delivery == null || !ofThis) {
            return this;
        }
        return ready(
                delivery, seen.handedOver() == null ? now : seen.handedOver().readyAt());
    }

    /** A product that is listed anew takes what was sold before with it; what is under way must be over. */
    public Sale listed(Listing other) {
        if (!listing.isSaas()) {
            throw new NotNow("only SaaS products can be listed anew");
        }
        if (!trail.idle()) {
            throw new NotNow("a step is under way: the product can move when it is over");
        }
        return new Sale(order, other, bulk, books, trail, seen);
    }

    /** A duplicate that succeeds after the refund brings nothing back; one after the success says nothing new. */
    private @Nullable Belief believed(Deed deed, Attempt attempt) {
        Belief belief = seen.belief();
        if (!(deed.state() instanceof StepState.Acknowledged)) {
            return belief;
        }
        if (deed.step() instanceof NewInstance) {
            String instanceId = attempt.heard().instanceId();
            return belief == null && instanceId != null
                    ? Belief.opened(instanceId, order, attempt.heard().times().signedAt())
                    : belief;
        }
        return belief == null
                ? null
                : deed.step()
                        .believed(belief, new Step.Told(attempt.heard().times().signedAt(), listing.isV1()));
    }

    /** Nobody restarted it with success. */
    Sale refundedLate(int number, Instant now) {
        Deed deed = trail.known(number);
        return deed.state() instanceof StepState.Failed failed ? with(trail.with(deed.in(failed.refunded(now)))) : this;
    }

    /** Paid back: an upgrade leaves the product as it was. */
    private Sale refunded() {
        Belief belief = seen.belief();
        return belief == null
                ? this
                : new Sale(order, listing, bulk, books.with(belief.product().value()), trail, seen);
    }

    public Sale polled(@Nullable String reason) {
        return seeing(seen.with(new Polls(seen.polls().count() + 1, reason)));
    }

    public Sale ready(Delivery delivery, Instant now) {
        return seeing(seen.with(new HandedOver(delivery, now)));
    }

    public String status() {
        return switch (trail.first().state()) {
            case StepState.Refunded _ -> FAILED_REFUNDED;
            // Licences hand nothing over that could be asked for (license §3.1).
            case StepState.Acknowledged _ -> listing.isSaas() && seen.handedOver() == null ? ACCEPTED : READY;
            default -> ORDERED;
        };
    }

    public @Nullable String instanceIdOrNull() {
        return seen.belief() == null ? null : seen.belief().instanceId();
    }

    public boolean released() {
        return seen.belief() != null && seen.belief().released();
    }

    /** Nothing is under way, and nothing is asked for any more. */
    public boolean isOver() {
        return trail.idle() && (released() || !status().equals(ACCEPTED)) && !status().equals(ORDERED);
    }

    public boolean awaitsInformation() {
        return !listing.isV1() && status().equals(ACCEPTED) && !released();
    }

    /** The order with this id: that of the purchase, or one that a step made. */
    Optional<Order> order(String orderId) {
        return orders().filter(made -> made.orderId().equals(orderId)).findFirst();
    }

    /** Each once, though the first step's order is the purchase itself. */
    public Stream<Order> orders() {
        return Stream.of(
                        Stream.of(order),
                        trail.earlier().stream(),
                        trail.deeds().stream()
                                .flatMap(deed -> Stream.ofNullable(deed.step().order())))
                .flatMap(Function.identity())
                .distinct();
    }
}
