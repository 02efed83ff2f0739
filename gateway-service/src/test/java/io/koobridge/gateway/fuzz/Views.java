package io.koobridge.gateway.fuzz;

import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.inquiry.InstanceViews.Usage;
import io.koobridge.events.inquiry.InstanceViews.View;
import io.koobridge.events.inquiry.OrderedInstance;
import io.koobridge.events.instance.AppInfo;
import io.koobridge.events.instance.FailureReason;
import io.koobridge.events.instance.Phase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What provisioning says of instances: anything that its types allow, the same for the same seed. */
final class Views {

    private static final List<String> TEXTS = List.of(
            "https://app.example.com/t/1",
            "初始密码",
            "\ud83d\ude00",
            "\ud800",
            "\u0000\n",
            "\"\\/",
            "x".repeat(1_024),
            "");
    private static final List<BigDecimal> VALUES = List.of(
            BigDecimal.ZERO,
            new BigDecimal("12.34567"),
            new BigDecimal("1E+20"),
            new BigDecimal("1E-30"),
            new BigDecimal("-0.00001"),
            new BigDecimal("12345678.9000"));

    private final RandomGenerator random;

    private Views(long seed) {
        this.random = Plan.random(seed);
    }

    static InstanceViews of(long seed, List<String> ids) {
        return new Views(seed).of(ids);
    }

    /** What a purchase in V1 hears. */
    static OrderedInstance ordered(long seed) {
        var views = new Views(seed);
        var ids = List.of("imported-1", "instance-a", "instance-z");
        return new OrderedInstance(
                views.random.nextInt(4) == 0 ? null : views.view(ids.get(views.random.nextInt(3)), views.phase()));
    }

    /** Whether a buyer can be told where it is, or was. */
    static boolean isSettled(OrderedInstance ordered) {
        var view = ordered.view();
        return view != null && (view.phase() == Phase.RELEASED || view.appInfo() != null);
    }

    private InstanceViews of(List<String> ids) {
        var views = new ArrayList<View>();
        // All of one kind now and then, or codes that speak only when nobody is ready would never be heard.
        @Nullable Phase only = random.nextInt(3) == 0 ? null : random.nextBoolean() ? Phase.FAILED : phase();
        for (var id : ids) {
            int chance = random.nextInt(10);
            if (chance > 1) {
                views.add(view(id, only == null ? phase() : only));
            }
            if (chance == 9) {
                views.add(view(random.nextBoolean() ? id : "nobody-asked", phase()));
            }
        }
        return new InstanceViews(views);
    }

    private View view(String id, Phase phase) {
        boolean ready = phase == Phase.ACTIVE || phase == Phase.FROZEN;
        var failure = phase == Phase.FAILED && random.nextInt(8) > 0 ? Plan.pick(random, FailureReason.values()) : null;
        boolean gone = phase == Phase.RELEASED && random.nextBoolean();
        return new View(
                id,
                phase,
                (ready || gone) && random.nextInt(4) > 0 ? appInfo() : null,
                failure,
                random.nextInt(3) == 0 ? usage() : null);
    }

    private AppInfo appInfo() {
        return new AppInfo(text(), orNull(), orNull(), orNull(), orNull());
    }

    private List<Usage> usage() {
        var value = VALUES.get(random.nextInt(VALUES.size()));
        return random.nextInt(5) == 0 ? List.of() : List.of(new Usage(orNull(), value, Instant.EPOCH, orNull()));
    }

    private Phase phase() {
        return Plan.pick(random, Phase.values());
    }

    private @Nullable String orNull() {
        return random.nextBoolean() ? text() : null;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
