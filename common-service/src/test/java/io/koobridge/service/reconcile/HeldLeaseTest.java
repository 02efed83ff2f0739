package io.koobridge.service.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.service.ledger.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Before each outside call somebody makes sure of his lease; a write it costs only when some of the lease is gone (design §5). */
class HeldLeaseTest {

    private final List<Lease> held = new ArrayList<>();

    /** Does something for so long, then makes sure of the lease. */
    private Bench after(Duration work) {
        var benches = new ArrayList<Bench>();
        var bench = new Bench((valve, attempt) -> {
            var current = benches.getFirst();
            current.clock.advance(work);
            attempt.holdLease();
            held.add(Objects.requireNonNull(current.entry().lease()));
            return new Step.Settled<>(valve.made());
        });
        benches.add(bench);
        return bench;
    }

    @Test
    void aLeaseThatIsNearlyNewIsNotWritten() {
        var bench = after(Bench.LEASE.dividedBy(10).minusMillis(1));
        Instant claimed = bench.clock.instant();

        bench.loop.handle(bench.want(true));

        assertThat(held).extracting(Lease::until).containsExactly(claimed.plus(Bench.LEASE));
    }

    @Test
    void aLeaseOfWhichATenthIsGoneIsRenewed() {
        var bench = after(Bench.LEASE.dividedBy(10));

        bench.loop.handle(bench.want(true));

        assertThat(held)
                .extracting(Lease::until)
                .containsExactly(bench.clock.instant().plus(Bench.LEASE));
    }

    /** Whatever is left of it, a call fits. */
    @Test
    void aCallFitsIntoWhatIsLeft() {
        for (int millis = 0; millis < Bench.LEASE.toMillis(); millis += 500) {
            held.clear();
            var bench = after(Duration.ofMillis(millis));

            bench.loop.handle(bench.want(true));

            assertThat(Duration.between(bench.clock.instant(), held.getFirst().until()))
                    .isGreaterThanOrEqualTo(Lease.outlasting(Bench.LEASE));
        }
    }

    @Tag("promise:one-worker")
    @Test
    void whoeverLostItMakesNoCall() {
        var benches = new ArrayList<Bench>();
        var calls = new ArrayList<Long>();
        var bench = new Bench((valve, attempt) -> {
            var current = benches.getFirst();
            if (calls.isEmpty() && valve.generation() == 1) {
                calls.add(0L);
                current.clock.advance(Bench.LEASE.plusSeconds(1));
                current.loop.handle(current.want(false));
            }
            attempt.holdLease();
            calls.add(valve.generation());
            return new Step.Settled<>(valve.made());
        });
        benches.add(bench);

        assertThat(bench.loop.handle(bench.want(true))).isEqualTo(ReconcileLoop.Alarm.QUIET);

        assertThat(calls).containsExactly(0L, 2L);
    }
}
