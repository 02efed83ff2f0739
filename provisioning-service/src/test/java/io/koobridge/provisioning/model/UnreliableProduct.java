package io.koobridge.provisioning.model;

import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.domain.Wish;
import io.koobridge.testkit.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A seller's product that loses answers, applies calls late, says "later", and keeps the contract of the generation. */
final class UnreliableProduct implements Provisioner {

    private final Random random;
    private final boolean fencing;
    private final List<Wish> late = new ArrayList<>();
    private final List<Wish> promised = new ArrayList<>();
    private boolean reliable;
    private long highest;
    private @Nullable Wish real;

    UnreliableProduct(Random random, boolean fencing) {
        this.random = random;
        this.fencing = fencing;
    }

    @Override
    public Answer apply(Wish wish) {
        Coroutine.pause();
        return switch (reliable ? 0 : random.nextInt(10)) {
            case 1 -> new Answer.Failed("nobody there");
            case 2 -> {
                late.add(wish);
                yield new Answer.Failed("timed out, and arrives later");
            }
            case 3 -> {
                take(wish);
                yield new Answer.Failed("timed out, though applied");
            }
            case 4 -> new Answer.Working(Duration.ofSeconds(random.nextInt(1, 30)));
            case 5 -> {
                promised.add(wish);
                yield new Answer.Working(Duration.ofHours(1));
            }
            // Never a first wish: a failed instance refuses what it is told, and then the facts alone do not say how it
            // ends.
            case 6 ->
                wish.change() == Wish.Change.CREATE
                        ? new Answer.Failed("none left at the moment")
                        : new Answer.Refused(FailureReason.SOLD_OUT, "none left");
            default -> {
                take(wish);
                Coroutine.pause();
                yield new Answer.Ready(
                        new AppInfo("https://app.example.com/" + wish.instanceId(), null, null, null, null));
            }
        };
    }

    /** One of the calls that were given up long ago arrives; false when there is none. */
    boolean deliverLate() {
        if (late.isEmpty()) {
            return false;
        }
        take(late.remove(random.nextInt(late.size())));
        return true;
    }

    /** A wish that was being worked on is real now, and the product says so by itself; null when there is none. */
    @Nullable Wish keepPromise() {
        if (promised.isEmpty()) {
            return null;
        }
        var wish = promised.remove(random.nextInt(promised.size()));
        take(wish);
        return wish;
    }

    void becomeReliable() {
        reliable = true;
    }

    boolean reliable() {
        return reliable;
    }

    /** The wish that is real now. */
    @Nullable Wish real() {
        return real;
    }

    private void take(Wish wish) {
        if (fencing && wish.generation() < highest) {
            return;
        }
        highest = Math.max(highest, wish.generation());
        real = wish;
    }
}
