package io.koobridge.simulator.life;

import static io.koobridge.simulator.life.Attempt.Kind.SCHEDULED;
import static io.koobridge.simulator.life.Examples.NOON;
import static io.koobridge.simulator.life.Examples.acknowledged;
import static io.koobridge.simulator.life.Examples.failed;
import static io.koobridge.simulator.life.Examples.sale;
import static io.koobridge.simulator.life.Examples.signedAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.simulator.market.RetryPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SaleTest {
    private final Violations violations = new Violations();
    private final Book book = new Book(10, new Notices(violations, new Delisting()));

    private Sale bought() {
        book.add(sale("CS1"));
        return book.answered("CS1", 1, acknowledged(SCHEDULED, "kb1"), NOON).sale();
    }

    private int asked(Step step) {
        Sale sale = book.change(
                "CS1", before -> before.requested(step, new Deed.Delivered(NOON, RetryPlan.ONE_HOUR, List.of())));
        return sale.trail().last().number();
    }

    private Belief belief() {
        Belief belief = book.known("CS1").seen().belief();
        assertThat(belief).isNotNull();
        return Objects.requireNonNull(belief);
    }

    private void begun() {
        assertThat(book.beginNext("CS1", NOON, NOON)).isPresent();
    }

    @Test
    void aBeliefBeginsWithTheAcknowledgedPurchase() {
        bought();

        assertThat(belief().wanted().value()).isEqualTo(Belief.Wanted.ACTIVE);
        assertThat(belief().expiresAt().value().orElseThrow())
                .isEqualTo(Examples.order("CS1").expiresAt().orElseThrow());
    }

    @Test
    void aStepChangesTheBeliefOnlyOnceItIsAcknowledged() {
        bought();
        int freeze = asked(new SetStatus(true));
        begun();

        book.answered("CS1", freeze, failed(SCHEDULED), NOON);
        assertThat(belief().wanted().value()).isEqualTo(Belief.Wanted.ACTIVE);

        book.answered("CS1", freeze, signedAt(NOON.plusSeconds(60)), NOON);
        assertThat(belief().wanted().value()).isEqualTo(Belief.Wanted.FROZEN);
    }

    @Test
    void whatWasSignedClearlyEarlierChangesNothing() {
        bought();
        int freeze = asked(new SetStatus(true));
        int unfreeze = asked(new SetStatus(false));
        begun();
        book.change("CS1", before -> before.held(freeze, NOON));
        begun();
        book.answered("CS1", unfreeze, signedAt(NOON.plusSeconds(20)), NOON);
        book.change("CS1", before -> before.letGo(freeze));

        book.answered("CS1", freeze, signedAt(NOON.plusSeconds(10)), NOON);

        assertThat(belief().wanted().value()).isEqualTo(Belief.Wanted.ACTIVE);
        assertThat(book.known("CS1").trail().settled()).isTrue();
    }

    @Test
    void theStepAfterOneHeldBackWaitsForItsTime() {
        bought();
        int freeze = asked(new SetStatus(true));
        asked(new SetStatus(false));
        begun();
        book.change("CS1", before -> before.held(freeze, NOON.plusSeconds(6)));

        assertThat(book.beginNext("CS1", NOON, NOON.plusSeconds(5))).isEmpty();
        assertThat(book.beginNext("CS1", NOON, NOON.plusSeconds(6))).isPresent();
    }

    @Test
    void stepsAreTakenOneAfterTheOther() {
        bought();
        asked(new SetStatus(true));
        asked(new SetStatus(false));
        begun();

        assertThat(book.beginNext("CS1", NOON, NOON)).isEmpty();
    }

    @Test
    void theReleaseIsFinalAndCancelsWhatWaits() {
        bought();
        int release = asked(new Release(null, null));
        int freeze = asked(new SetStatus(true));
        int details = asked(new Details());
        begun();
        book.answered("CS1", release, signedAt(NOON.plusSeconds(10)), NOON);

        assertThat(book.beginNext("CS1", NOON, NOON)).map(Deed::number).contains(details);

        assertThat(book.known("CS1").trail().known(freeze).state()).isInstanceOf(StepState.Cancelled.class);
        assertThat(belief().wanting(Belief.Wanted.ACTIVE, Instant.MAX).wanted().value())
                .isEqualTo(Belief.Wanted.RELEASED);
    }

    @Test
    void onlyTheNewestStepsAreKeptAndThePurchaseAlways() {
        bought();
        for (int i = 1; i < 100; i++) {
            int number = asked(new SetStatus(i % 2 == 0));
            begun();
            book.answered("CS1", number, signedAt(NOON.plusSeconds(i)), NOON);
        }

        Trail trail = book.known("CS1").trail();
        assertThat(trail.count()).isEqualTo(100);
        assertThat(trail.deeds()).hasSize(24);
        assertThat(trail.first().step()).isInstanceOf(NewInstance.class);
        assertThat(trail.last().number()).isEqualTo(100);
    }

    /** The seller may ask for an order when many more steps have been made: it must not hear of another one. */
    @Test
    void anOrderOfAStepIsFoundAlsoWhenItsStepIsForgotten() {
        bought();
        renewed("CS2");
        assertThat(book.order("CS2")).isPresent();
        assertThat(book.add(sale("CS2"))).isEqualTo(Book.Entry.ALREADY_THERE);
        var before = book.order("CS2");

        for (int i = 0; i < 30; i++) {
            int next = asked(new SetStatus(true));
            begun();
            book.answered("CS1", next, signedAt(NOON), NOON);
        }

        assertThat(book.known("CS1").trail().deeds())
                .extracting(Deed::number)
                .doesNotContain(2)
                .hasSize(24);
        assertThat(book.order("CS2")).isEqualTo(before);
        assertThat(book.findByAnyOrder("CS2")).contains(book.known("CS1"));
        assertThat(book.order("CS1")).isPresent();
    }

    @Test
    void onlyTheNewestTwoHundredOrdersOfForgottenStepsAreKept() {
        bought();
        for (int i = 2; i <= 250; i++) {
            renewed("CS" + i);
        }

        assertThat(book.known("CS1").trail().earlier()).hasSize(200);
        // 23 of the newest stand in their steps.
        assertThat(book.order("CS27")).isEmpty();
        assertThat(book.order("CS28")).isPresent();
        assertThat(book.order("CS250")).isPresent();
        assertThat(book.order("CS1")).isPresent();
    }

    private void renewed(String order) {
        int number = asked(
                RefreshWish.of(Refresh.Scene.RENEWAL).step(new Wish.Counter(book.known("CS1"), () -> order, NOON)));
        begun();
        book.answered("CS1", number, signedAt(NOON), NOON);
    }

    @Test
    void aRenewalIsAddedToWhatIsPaidAlsoBeforeItIsAcknowledged() {
        Sale once = bought();
        Sale twice = once;
        for (String order : List.of("CS2", "CS3")) {
            Step renewal = RefreshWish.of(Refresh.Scene.RENEWAL).step(new Wish.Counter(twice, () -> order, NOON));
            twice = twice.requested(renewal, new Deed.Delivered(NOON, RetryPlan.ONE_HOUR, List.of()));
        }

        Instant paid = twice.books().expiresAt();
        assertThat(paid).isNotNull();
        assertThat(Duration.between(once.books().expiresAt(), paid)).isEqualTo(Duration.ofDays(365 + 366));
        assertThat(twice.books().renewals()).hasSize(2);
    }

    @Test
    void theBookHoldsNoMoreStepsThanItCanBear() {
        bought();
        for (int i = 0; i < 9; i++) {
            book.add(sale("CSX" + i));
        }

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        book.request(
                                "CSX" + i % 9,
                                before -> before.requested(
                                        new SetStatus(true), new Deed.Delivered(NOON, RetryPlan.ONE_HOUR, List.of())));
                    }
                })
                .isInstanceOf(NotNow.class)
                .hasMessage("the book is full of steps");
        assertThat(book.page(sale -> true, 0, 99).stream()
                        .mapToInt(sale -> sale.trail().deeds().size())
                        .sum())
                .isEqualTo(30);
    }

    @Test
    void theBookHoldsNoMoreOrdersThanItCanBear() {
        bought();
        for (int i = 2; book.known("CS1").trail().earlier().size() < 100; i++) {
            renewed("CS" + i);
        }

        assertThatThrownBy(() -> book.request("CS1", before -> before))
                .isInstanceOf(NotNow.class)
                .hasMessage("the book is full of orders");
    }

    @Test
    void moreThanFiveFailedOrdersOfAMonthTakeTheProductDown() {
        Delisting delisting = new Delisting();
        for (int i = 0; i < 5; i++) {
            delisting.orderFailed(NOON);
        }
        assertThat(delisting.counted(NOON).delisted()).isFalse();

        delisting.orderFailed(NOON);

        assertThat(delisting.counted(NOON)).isEqualTo(new Delisting.Counted("2026-03", 6, true));
        assertThat(delisting.counted(NOON.plus(Duration.ofDays(31))).failedOrders())
                .isZero();
    }
}
