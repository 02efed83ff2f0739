package io.koobridge.simulator.playing;

import io.koobridge.simulator.fault.BodyChanged;
import io.koobridge.simulator.fault.ClockSkew;
import io.koobridge.simulator.fault.ConcurrentDuplicates;
import io.koobridge.simulator.fault.CutConnection;
import io.koobridge.simulator.fault.Duplicate;
import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.LowerCaseSignature;
import io.koobridge.simulator.fault.NotCanonical;
import io.koobridge.simulator.fault.NumbersForStrings;
import io.koobridge.simulator.fault.Reorder;
import io.koobridge.simulator.fault.RepeatedParameter;
import io.koobridge.simulator.fault.ReplayedNonce;
import io.koobridge.simulator.fault.SecondsTimestamp;
import io.koobridge.simulator.fault.SlowReader;
import io.koobridge.simulator.fault.UnknownActivity;
import io.koobridge.simulator.fault.UnknownMembers;
import io.koobridge.simulator.fault.WrongKey;
import io.koobridge.simulator.life.CheckWish;
import io.koobridge.simulator.life.DetailsWish;
import io.koobridge.simulator.life.Refresh.Scene;
import io.koobridge.simulator.life.RefreshWish;
import io.koobridge.simulator.life.ReleaseWish;
import io.koobridge.simulator.life.StatusWish;
import io.koobridge.simulator.life.UpgradeWish;
import io.koobridge.simulator.life.Wish;
import io.koobridge.simulator.market.ChargingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What one purchase goes through, without end: it follows from seed and index alone, however long the calls take. Every move is legal if all before it were
 * acknowledged. Skewed clocks are always refused ones: an accepted one would let later honest calls be the older ones.
 */
final class ChaosScript {
    private static final int FAULTY_PERCENT = 45;
    private static final int RELEASE_PERCENT = 3;
    private static final int RENEWALS_AT_MOST = 5;
    private static final int UPGRADES_AT_MOST = 6;

    private final RandomGenerator random;
    private final ChargingMode mode;
    private boolean trial;
    private int renewals;
    private int changes;

    /** @param faults for the first attempt, or none */
    record Move(Wish wish, List<Fault> faults) {
        boolean reordered() {
            return !faults.isEmpty() && faults.getFirst() instanceof Reorder;
        }

        boolean last() {
            return wish instanceof ReleaseWish;
        }
    }

    ChaosScript(long seed, int index) {
        this.random = new Random(seed * 1_000_003L + index);
        this.mode = List.of(
                        ChargingMode.PERIOD, ChargingMode.PERIOD, ChargingMode.ON_DEMAND, ChargingMode.ON_DEMAND_PKG)
                .get(index % 4);
        this.trial = index % 4 == 1;
    }

    ChargingMode mode() {
        return mode;
    }

    boolean trial() {
        return trial;
    }

    /** For the purchase itself, which has no instance that could be reordered yet. */
    List<Fault> faultsOfPurchase() {
        return faults(false);
    }

    Move next() {
        if (random.nextInt(100) < RELEASE_PERCENT) {
            return new Move(new ReleaseWish(random.nextBoolean(), null), faults(false));
        }
        Wish wish = wish();
        // What is asked, and what makes the last step before a release, is never held back.
        return new Move(wish, faults(wish instanceof StatusWish.Freeze || wish instanceof StatusWish.Unfreeze));
    }

    /** After a move that is held back there must be another that is not the end. */
    Move nextAfterReordered() {
        return new Move(wish(), faults(false));
    }

    private Wish wish() {
        List<Wish> legal =
                new ArrayList<>(List.of(new StatusWish.Freeze(), new StatusWish.Unfreeze(), new DetailsWish()));
        if (mode.hasPeriod()) {
            legal.add(new CheckWish(null, null));
            legal.add(RefreshWish.of(Scene.RENEWAL));
            if (trial) {
                legal.add(RefreshWish.of(Scene.TRIAL_TO_FORMAL));
            }
            if (renewals > 0) {
                legal.add(RefreshWish.of(Scene.UNSUBSCRIBE_RENEWAL_PERIOD));
            }
            if (changes < UPGRADES_AT_MOST) {
                legal.add(new UpgradeWish(null));
                legal.add(RefreshWish.of(Scene.RENEWAL_CHANGE));
            }
        }
        Wish chosen = legal.get(random.nextInt(legal.size()));
        noted(chosen);
        return chosen;
    }

    private void noted(Wish chosen) {
        switch (chosen) {
            case UpgradeWish _ -> changes++;
            case RefreshWish refresh
            when refresh.scene() == Scene.TRIAL_TO_FORMAL -> {
                trial = false;
                renewals = 0;
            }
            case RefreshWish refresh when refresh.scene() == Scene.UNSUBSCRIBE_RENEWAL_PERIOD -> renewals--;
            case RefreshWish refresh -> {
                renewals = Math.min(RENEWALS_AT_MOST, renewals + 1);
                changes += refresh.scene() == Scene.RENEWAL_CHANGE ? 1 : 0;
            }
            default -> {
                // Nothing that later moves depend on.
            }
        }
    }

    private List<Fault> faults(boolean mayBeReordered) {
        if (random.nextInt(100) >= FAULTY_PERCENT) {
            return List.of();
        }
        List<Fault> all = new ArrayList<>(List.of(
                new Duplicate(1 + random.nextInt(3)),
                new ConcurrentDuplicates(1 + random.nextInt(4)),
                new ClockSkew(random.nextBoolean() ? 120 : -120),
                new SecondsTimestamp(),
                new WrongKey(),
                new BodyChanged(),
                new ReplayedNonce(ReplayedNonce.Content.OTHER),
                new ReplayedNonce(ReplayedNonce.Content.SAME),
                new RepeatedParameter("nonce"),
                new LowerCaseSignature(),
                new NotCanonical(),
                new UnknownMembers(),
                new UnknownActivity("explodeInstance"),
                new NumbersForStrings(),
                new SlowReader(SlowReader.Part.ANSWER, 1),
                new SlowReader(SlowReader.Part.BODY, 1),
                new CutConnection(CutConnection.At.BEFORE_ANSWER),
                new CutConnection(CutConnection.At.IN_BODY)));
        if (mayBeReordered) {
            all.add(new Reorder(6));
        }
        return List.of(all.get(random.nextInt(all.size())));
    }
}
