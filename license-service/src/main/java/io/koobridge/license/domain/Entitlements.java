package io.koobridge.license.domain;

import io.koobridge.events.InstanceIds;
import io.koobridge.events.Reason;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.domain.Entitlement.Entitled;
import io.koobridge.license.domain.Entitlement.NotYet;
import io.koobridge.license.domain.Entitlement.Refused;
import io.koobridge.license.domain.Entitlement.Repeated;
import io.koobridge.license.domain.ProductTerms.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides about applications, in the order of license §3.5. Knows no clock: time is in the question. */
public final class Entitlements {

    /** Whoever applies does not know the second of the order's call. */
    private static final Duration EARLY = Duration.ofDays(1);

    /** The first that fails is the answer. */
    private static final List<Check> CHECKS = List.of(
            new Check(Case::neverProvisioned, Reason.PROVISIONING_FAILED),
            new Check(Case::lacksFingerprint, Reason.FINGERPRINT_MISSING),
            new Check(Case::lacksEnd, Reason.EXPIRY_MISSING),
            new Check(Case::outsideTerm, Reason.OUTSIDE_TERM));

    private final Catalog products;

    public Entitlements(Catalog products) {
        this.products = products;
    }

    /**
     * What is asked.
     *
     * @param asOf the time that the marketplace signed
     * @param hasPlace whether the same application asked before, and has its place
     */
    public record Asked(LicenseApplied application, Instant asOf, boolean hasPlace) {}

    /** Whether the application may have a licence of this instance; absent: nobody here knows one. */
    public Entitlement of(Asked asked, @Nullable KnownInstance instance) {
        if (instance == null) {
            return InstanceIds.isDerived(asked.application().instanceId())
                    ? new NotYet()
                    : new Refused(Reason.UNKNOWN_INSTANCE);
        }
        if (instance.released()) {
            return new Refused(Reason.RELEASED);
        }
        if (asked.hasPlace()) {
            return new Repeated();
        }
        if (!instance.orderKnown() || instance.snapshot().phase() == Phase.PROVISIONING) {
            return new NotYet();
        }
        return refusal(new Case(asked, instance, products.of(instance)))
                .<Entitlement>map(Refused::new)
                .orElseGet(() -> new Entitled(instance.orderInForce(), products.quota(instance)));
    }

    private static Optional<Reason> refusal(Case application) {
        return CHECKS.stream()
                .filter(check -> check.fails().test(application))
                .map(Check::reason)
                .findFirst();
    }

    private record Check(Predicate<Case> fails, Reason reason) {}

    /** An application for a known instance. */
    private record Case(Asked asked, KnownInstance instance, ProductTerms terms) {

        boolean neverProvisioned() {
            return instance.snapshot().phase() == Phase.FAILED;
        }

        boolean lacksFingerprint() {
            var fingerprint = asked.application().fingerprint();
            return terms.deviceBound() && (fingerprint == null || fingerprint.isEmpty());
        }

        boolean lacksEnd() {
            return instance.paidByPeriod() && asked.application().expiresAt() == null;
        }

        boolean outsideTerm() {
            return instance.snapshot().phase() == Phase.FROZEN || isNoTime() || startsEarly() || endsLate();
        }

        private boolean isNoTime() {
            var end = asked.application().expiresAt();
            return end != null && !end.isAfter(start());
        }

        private boolean startsEarly() {
            var inForce = instance.snapshot().inForce();
            return inForce != null && start().isBefore(inForce.since().minus(EARLY));
        }

        private boolean endsLate() {
            var paidUntil = instance.snapshot().expiresAt();
            var end = asked.application().expiresAt();
            return paidUntil != null
                    && (asked.asOf().isAfter(paidUntil)
                            || start().isAfter(paidUntil)
                            || (end != null && end.isAfter(paidUntil)));
        }

        private Instant start() {
            return asked.application().effectiveAt();
        }
    }
}
