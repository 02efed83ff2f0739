package io.koobridge.simulator.life;

import io.koobridge.simulator.life.Step.Kind;
import io.koobridge.simulator.market.Generation;
import io.koobridge.simulator.market.Listing;
import io.koobridge.simulator.market.RetryPlan;
import java.util.Map;

/** Which calls License products have, by which name, and how they are repeated (license §2.4, §3, §4, §7). SaaS steps say that themselves. */
final class Repertoire {

    private record Told(String activity, RetryPlan plan) {}

    private static final Map<Kind, Told> ONLINE = Map.of(
            Kind.NEW_INSTANCE, new Told("newInstance", RetryPlan.TWO_HOURS),
            Kind.REFRESH, new Told("refreshInstance", RetryPlan.TWO_HOURS),
            Kind.FREEZE, new Told("updateInstanceStatus", RetryPlan.TWO_HOURS),
            Kind.UNFREEZE, new Told("updateInstanceStatus", RetryPlan.TWO_HOURS),
            Kind.RELEASE, new Told("releaseInstance", RetryPlan.TWO_HOURS));

    // No page tells how often an expiry is repeated; the hour is that of SaaS V1.
    private static final Map<Kind, Told> V1 = Map.of(
            Kind.NEW_INSTANCE, new Told("getLicense", RetryPlan.DOCUMENTED),
            Kind.REFRESH, new Told("refreshLicense", RetryPlan.ONCE),
            Kind.EXPIRE, new Told("expireLicense", RetryPlan.ONE_HOUR),
            Kind.RELEASE, new Told("releaseLicense", RetryPlan.ONCE));

    private static final Map<Kind, Told> CODE = Map.of(
            Kind.HAND_OUT_CODE, new Told("none", RetryPlan.ONCE),
            Kind.REFRESH, new Told("refreshLicenseCode", RetryPlan.SIXTY_IN_TWO_HOURS),
            Kind.FREEZE, new Told("updateLicenseCodeStatus", RetryPlan.SIXTY_IN_TWO_HOURS),
            Kind.UNFREEZE, new Told("updateLicenseCodeStatus", RetryPlan.SIXTY_IN_TWO_HOURS),
            Kind.RELEASE, new Told("releaseLicenseCode", RetryPlan.SIXTY_IN_TWO_HOURS));

    private Repertoire() {}

    static String activity(Step step, Listing listing) {
        return switch (listing.generation()) {
            case SAAS_V2 -> step.activity();
            case SAAS_V1 -> step.activityInV1();
            case LICENSE, LICENSE_V1, LICENSE_CODE -> told(step, listing).activity();
        };
    }

    static RetryPlan plan(Step step, Listing listing) {
        return listing.isSaas() ? step.plan(listing) : told(step, listing).plan();
    }

    private static Told told(Step step, Listing listing) {
        Told told = all(listing.generation()).get(step.kind());
        if (told == null) {
            throw new NotNow(listing.generation() + " products have no " + step.kind());
        }
        return told;
    }

    private static Map<Kind, Told> all(Generation generation) {
        return switch (generation) {
            case SAAS_V2, SAAS_V1 -> Map.of();
            case LICENSE -> ONLINE;
            case LICENSE_V1 -> V1;
            case LICENSE_CODE -> CODE;
        };
    }
}
