package io.koobridge.simulator.playing;

import io.koobridge.simulator.fault.Fault;
import io.koobridge.simulator.fault.Reorder;
import io.koobridge.simulator.life.CheckWish;
import io.koobridge.simulator.life.DetailsWish;
import io.koobridge.simulator.life.ExpireWish;
import io.koobridge.simulator.life.QueryWish;
import io.koobridge.simulator.life.Refresh.Scene;
import io.koobridge.simulator.life.RefreshWish;
import io.koobridge.simulator.life.ReleaseWish;
import io.koobridge.simulator.life.StatusWish;
import io.koobridge.simulator.life.UpgradeWish;
import io.koobridge.simulator.life.Wish;
import io.koobridge.simulator.market.ChargingMode;
import io.koobridge.simulator.market.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What one purchase goes through, without end: it follows from seed, index and the editions that are played alone, however long the calls take. Every move is
 * legal if all before it were acknowledged.
 */
final class ChaosScript {
    private static final int FAULTY_PERCENT = 45;
    private static final int RELEASE_PERCENT = 3;

    /** As often as somebody lists the product anew. */
    private static final int LISTED_ANEW_PERCENT = 8;

    private static final List<ChargingMode> MODES =
            List.of(ChargingMode.PERIOD, ChargingMode.PERIOD, ChargingMode.ON_DEMAND, ChargingMode.ON_DEMAND_PKG);
    private static final int RENEWALS_AT_MOST = 5;
    private static final int UPGRADES_AT_MOST = 6;

    private final RandomGenerator random;
    private final List<Edition> editions;
    private final ChargingMode mode;
    private Edition edition;
    private boolean trial;
    private int renewals;
    private int changes;

    /**
     * V2 names the order of a change and V1 renews by the product's id alone: whoever has not looked the order up before that renewal takes what he knew for what
     * is sold. So what V2 changed stays with it.
     */
    private boolean soldOtherInV2;

    /**
     * @param edition by which it is called
     * @param faults for the first attempt, or none
     */
    record Move(Edition edition, Wish wish, List<Fault> faults) {
        boolean reordered() {
            return !faults.isEmpty() && faults.getFirst() instanceof Reorder;
        }

        boolean last() {
            return wish instanceof ReleaseWish;
        }
    }

    /** @param editions those that are played; each sells every mode */
    ChaosScript(long seed, int index, List<Edition> editions) {
        this.random = new Random(seed * 1_000_003L + index);
        this.editions = List.copyOf(editions);
        this.mode = MODES.get(index % MODES.size());
        this.edition = editions.get(index / MODES.size() % editions.size());
        this.trial = index % MODES.size() == 1;
    }

    /** By which the next call is made. */
    Edition edition() {
        return edition;
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
        if (editions.size() > 1 && !soldOtherInV2 && random.nextInt(100) < LISTED_ANEW_PERCENT) {
            edition = editions.get((editions.indexOf(edition) + 1) % editions.size());
        }
        if (random.nextInt(100) < RELEASE_PERCENT) {
            return new Move(edition, new ReleaseWish(random.nextBoolean(), null), faults(false));
        }
        Wish wish = wish();
        // What is asked, and what makes the last step before a release, is never held back.
        return new Move(
                edition, wish, faults(wish instanceof StatusWish.Freeze || wish instanceof StatusWish.Unfreeze));
    }

    /** After a move that is held back there must be another that is not the end, by the same edition: a sale with a step under way cannot move. */
    Move nextAfterReordered() {
        return new Move(edition, wish(), faults(false));
    }

    private Wish wish() {
        List<Wish> legal = edition == Edition.V1 ? legalInV1() : legalInV2();
        Wish chosen = legal.get(random.nextInt(legal.size()));
        noted(chosen);
        return chosen;
    }

    private List<Wish> legalInV2() {
        List<Wish> legal =
                new ArrayList<>(List.of(new StatusWish.Freeze(), new StatusWish.Unfreeze(), new DetailsWish()));
        if (mode.hasPeriod()) {
            legal.add(new CheckWish(null, null));
            addRefreshes(legal);
            if (changes < UPGRADES_AT_MOST) {
                legal.add(new UpgradeWish(null));
                legal.add(RefreshWish.of(Scene.RENEWAL_CHANGE));
            }
        }
        return legal;
    }

    /** Only periods are renewed, expire and are upgraded (saas-v1 §1.4). */
    private List<Wish> legalInV1() {
        List<Wish> legal = new ArrayList<>(
                List.of(new StatusWish.Freeze(), new StatusWish.Unfreeze(), new DetailsWish(), new QueryWish(null)));
        if (mode == ChargingMode.PERIOD) {
            legal.add(new ExpireWish());
            addRefreshes(legal);
            if (changes < UPGRADES_AT_MOST) {
                legal.add(new UpgradeWish(null));
            }
        }
        return legal;
    }

    private void addRefreshes(List<Wish> legal) {
        legal.add(RefreshWish.of(Scene.RENEWAL));
        if (trial) {
            legal.add(RefreshWish.of(Scene.TRIAL_TO_FORMAL));
        }
        if (renewals > 0) {
            legal.add(RefreshWish.of(Scene.UNSUBSCRIBE_RENEWAL_PERIOD));
        }
    }

    private void noted(Wish chosen) {
        switch (chosen) {
            case UpgradeWish _ -> changed();
            case RefreshWish refresh
            when refresh.scene() == Scene.TRIAL_TO_FORMAL -> {
                trial = false;
                renewals = 0;
            }
            case RefreshWish refresh when refresh.scene() == Scene.UNSUBSCRIBE_RENEWAL_PERIOD -> renewals--;
            case RefreshWish refresh -> {
                renewals = Math.min(RENEWALS_AT_MOST, renewals + 1);
                if (refresh.scene() == Scene.RENEWAL_CHANGE) {
                    changed();
                }
            }
            default -> {
                // Nothing that later moves depend on.
            }
        }
    }

    private void changed() {
        changes++;
        soldOtherInV2 |= edition == Edition.V2;
    }

    private List<Fault> faults(boolean mayBeReordered) {
        if (random.nextInt(100) >= FAULTY_PERCENT) {
            return List.of();
        }
        List<Fault> all = new ArrayList<>(edition == Edition.V1 ? ChaosFaults.v1(random) : ChaosFaults.v2(random));
        if (mayBeReordered) {
            all.add(new Reorder(6));
        }
        return List.of(all.get(random.nextInt(all.size())));
    }
}
