package io.koobridge.simulator.playing;

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
import io.koobridge.simulator.market.Generation;
import java.util.ArrayList;
import java.util.List;

/** What happens in a whole life after the purchase (saas-v2 §1.17, §2). */
final class Life {
    private static final Wish END = new ReleaseWish(true, null);

    private Life() {}

    static List<Wish> of(ChargingMode mode, Generation generation) {
        return switch (generation) {
            case SAAS_V2 -> inV2(mode);
            case SAAS_V1 -> inV1(mode);
            case LICENSE, LICENSE_V1, LICENSE_CODE ->
                mode == ChargingMode.ONE_TIME ? List.of(END) : licensed(generation);
        };
    }

    private static List<Wish> licensed(Generation generation) {
        if (generation == Generation.LICENSE_V1) {
            return List.of(RefreshWish.of(Scene.RENEWAL), new ExpireWish(), RefreshWish.of(Scene.RENEWAL), END);
        }
        List<Wish> wishes = new ArrayList<>(List.of(
                RefreshWish.of(Scene.RENEWAL),
                new StatusWish.Freeze(),
                RefreshWish.of(Scene.RENEWAL),
                new StatusWish.Unfreeze(),
                RefreshWish.of(Scene.UNSUBSCRIBE_RENEWAL_PERIOD),
                END));
        if (generation == Generation.LICENSE) {
            wishes.addFirst(RefreshWish.of(Scene.TRIAL_TO_FORMAL));
        }
        return List.copyOf(wishes);
    }

    private static List<Wish> inV2(ChargingMode mode) {
        return switch (mode) {
            case PERIOD ->
                List.of(
                        RefreshWish.of(Scene.TRIAL_TO_FORMAL),
                        RefreshWish.of(Scene.RENEWAL),
                        new StatusWish.Freeze(),
                        RefreshWish.of(Scene.RENEWAL),
                        new StatusWish.Unfreeze(),
                        new DetailsWish(),
                        new CheckWish(null, null),
                        new UpgradeWish(null),
                        RefreshWish.of(Scene.RENEWAL_CHANGE),
                        RefreshWish.of(Scene.UNSUBSCRIBE_RENEWAL_PERIOD),
                        END);
            case ON_DEMAND, ON_DEMAND_PKG ->
                List.of(new DetailsWish(), new StatusWish.Freeze(), new StatusWish.Unfreeze(), END);
            case ONE_TIME -> List.of(new DetailsWish(), END);
        };
    }

    /** V1 has neither check nor change upon renewal; its expiry is a call of its own, and a renewal thaws (saas-v1 §3). */
    private static List<Wish> inV1(ChargingMode mode) {
        Wish query = new QueryWish(null);
        return switch (mode) {
            case PERIOD ->
                List.of(
                        RefreshWish.of(Scene.TRIAL_TO_FORMAL),
                        RefreshWish.of(Scene.RENEWAL),
                        new ExpireWish(),
                        RefreshWish.of(Scene.RENEWAL),
                        new StatusWish.Freeze(),
                        new StatusWish.Unfreeze(),
                        new DetailsWish(),
                        query,
                        new UpgradeWish(null),
                        RefreshWish.of(Scene.UNSUBSCRIBE_RENEWAL_PERIOD),
                        END);
            case ON_DEMAND, ON_DEMAND_PKG ->
                List.of(new DetailsWish(), query, new StatusWish.Freeze(), new StatusWish.Unfreeze(), END);
            case ONE_TIME -> List.of(new DetailsWish(), query, END);
        };
    }
}
