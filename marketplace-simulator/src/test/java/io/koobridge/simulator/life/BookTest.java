package io.koobridge.simulator.life;

import static io.koobridge.simulator.life.Attempt.Kind.DUPLICATE;
import static io.koobridge.simulator.life.Attempt.Kind.RESTART;
import static io.koobridge.simulator.life.Attempt.Kind.SCHEDULED;
import static io.koobridge.simulator.life.Examples.NOON;
import static io.koobridge.simulator.life.Examples.acknowledged;
import static io.koobridge.simulator.life.Examples.failed;
import static io.koobridge.simulator.life.Examples.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.simulator.life.Book.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookTest {
    private final Violations violations = new Violations();
    private final Book book = new Book(2, new Notices(violations, new Delisting()));

    @BeforeEach
    void oneOrder() {
        assertThat(book.add(sale("CS1"))).isEqualTo(Entry.ADDED);
    }

    @Test
    void anOrderIdIsTakenOnce() {
        assertThat(book.add(sale("CS1"))).isEqualTo(Entry.ALREADY_THERE);
    }

    @Test
    void theOldestPurchaseThatIsOverMakesRoom() {
        book.add(sale("CS2"));
        failFourTimes("CS2");

        assertThat(book.add(sale("CS3"))).isEqualTo(Entry.ADDED);
        assertThat(book.find("CS2")).isEmpty();
        assertThat(book.find("CS1")).isPresent();
    }

    @Test
    void nothingThatIsNotOverMakesRoom() {
        book.add(sale("CS2"));
        book.answered("CS2", 1, acknowledged(SCHEDULED, "kb2"), NOON);

        assertThat(book.add(sale("CS3"))).isEqualTo(Entry.FULL);
    }

    @Test
    void theFirstAcknowledgementCountsOnce() {
        assertThat(book.answered("CS1", 1, acknowledged(SCHEDULED, "kb1"), NOON).justAccepted())
                .isTrue();
        assertThat(book.answered("CS1", 1, acknowledged(DUPLICATE, "kb1"), NOON).justAccepted())
                .isFalse();
        assertThat(violations.listed().total()).isZero();
    }

    @Test
    void anotherInstanceForTheSameOrderLineIsAViolationAndChangesNothing() {
        book.answered("CS1", 1, acknowledged(SCHEDULED, "kb1"), NOON);

        Sale after =
                book.answered("CS1", 1, acknowledged(DUPLICATE, "kb2"), NOON).sale();

        assertThat(after.instanceIdOrNull()).isEqualTo("kb1");
        assertThat(violations.listed().violations())
                .containsExactly(new Violation(
                        NOON, Violation.Kind.OTHER_INSTANCE_FOR_SAME_ORDER_LINE, "CS1", "first kb1, then kb2"));
    }

    @Test
    void theInstanceOfAnotherOrderIsAViolation() {
        book.add(sale("CS2"));
        book.answered("CS1", 1, acknowledged(SCHEDULED, "kb1"), NOON);

        book.answered("CS2", 1, acknowledged(SCHEDULED, "kb1"), NOON);

        assertThat(violations.listed().violations())
                .extracting(Violation::kind, Violation::orderId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Violation.Kind.SAME_INSTANCE_FOR_OTHER_ORDER, "CS2"));
    }

    @Test
    void onlyScheduledAttemptsCountTowardsTheRefund() {
        for (int i = 0; i < 10; i++) {
            book.answered("CS1", 1, failed(RESTART), NOON);
            book.answered("CS1", 1, failed(DUPLICATE), NOON);
        }

        assertThat(book.known("CS1").trail().first().state())
                .isInstanceOfSatisfying(StepState.Delivering.class, ordered -> assertThat(ordered.made())
                        .isZero());
    }

    @Test
    void aSuccessAfterTheRefundBringsNothingBack() {
        failFourTimes("CS1");

        var late = book.answered("CS1", 1, acknowledged(DUPLICATE, "kb1"), NOON);

        assertThat(late.justAccepted()).isFalse();
        assertThat(late.sale().status()).isEqualTo(Sale.FAILED_REFUNDED);
    }

    @Test
    void attemptsAreNumberedAndOnlyTheNewestAreKept() {
        for (int i = 0; i < 25; i++) {
            book.answered("CS1", 1, failed(DUPLICATE), NOON);
        }

        Sale sale = book.find("CS1").orElseThrow();
        Deed.Attempts attempts = sale.trail().first().attempts();
        assertThat(attempts.count()).isEqualTo(25);
        assertThat(attempts.newest()).hasSize(10);
        assertThat(attempts.newest().getLast().number()).isEqualTo(25);
    }

    @Test
    void theSummaryCountsEveryStatus() {
        book.add(sale("CS2"));
        failFourTimes("CS2");

        Summary summary = book.summary(sale -> true);

        assertThat(summary.byStatus())
                .containsEntry("ORDERED", 1)
                .containsEntry("ACCEPTED", 0)
                .containsEntry("READY", 0)
                .containsEntry("FAILED_REFUNDED", 1);
        assertThat(summary.attempts()).isEqualTo(4);
    }

    @Test
    void pagesAreNewestFirst() {
        book.add(sale("CS2"));

        assertThat(book.page(sale -> true, 0, 1))
                .extracting(sale -> sale.order().orderId())
                .containsExactly("CS2");
        assertThat(book.page(sale -> true, 1, 9))
                .extracting(sale -> sale.order().orderId())
                .containsExactly("CS1");
    }

    private void failFourTimes(String orderId) {
        for (int i = 0; i < 4; i++) {
            book.answered(orderId, 1, failed(SCHEDULED), NOON);
        }
    }
}
