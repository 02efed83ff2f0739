package io.koobridge.simulator.screen;

import io.koobridge.simulator.calling.Deliveries;
import io.koobridge.simulator.calling.StepRequest;
import io.koobridge.simulator.fault.Catalogue;
import io.koobridge.simulator.fault.Fault;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page's words mean. */
final class Actions {
    private static final Map<String, Wish> WISHES = wishes();
    static final List<String> STEPS = List.copyOf(WISHES.keySet());

    private Actions() {}

    private static Map<String, Wish> wishes() {
        Map<String, Wish> wishes = new LinkedHashMap<>();
        wishes.put("freeze", new StatusWish.Freeze());
        wishes.put("unfreeze", new StatusWish.Unfreeze());
        for (Scene scene : Scene.values()) {
            wishes.put("refresh " + scene, RefreshWish.of(scene));
        }
        wishes.put("expire (V1)", new ExpireWish());
        wishes.put("upgrade", new UpgradeWish(null));
        wishes.put("check", new CheckWish(null, null));
        wishes.put("query", new QueryWish(null));
        wishes.put("details", new DetailsWish());
        wishes.put("release by expiry", new ReleaseWish(null, null));
        wishes.put("release by unsubscription", new ReleaseWish(true, null));
        return wishes;
    }

    static List<Fault> faults(String kind) {
        return kind.isEmpty() || kind.equals(Forms.NO_FAULT) ? List.of() : List.of(fault(kind));
    }

    static Fault fault(String kind) {
        return Catalogue.all().stream()
                .filter(fault -> fault.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault " + kind));
    }

    static String step(Deliveries deliveries, String orderId, String step, String fault) {
        Wish wish = WISHES.get(step);
        if (wish == null) {
            throw new IllegalArgumentException("there is no step " + step);
        }
        var deed = deliveries.request(orderId, new StepRequest(wish, faults(fault), null));
        return "Step " + deed.number() + " of " + orderId + ": " + deed.step().title();
    }
}
