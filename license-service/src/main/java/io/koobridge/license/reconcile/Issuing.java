package io.koobridge.license.reconcile;

import static java.util.Objects.requireNonNull;

import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.license.domain.LicenseRequest;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import java.time.Duration;

/** One order, one licence: what is stored is never made again, and what is made is stored before anybody sees it. */
public final class Issuing {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Issuer issuer;
    private final StoredLicenses licenses;

    /** What came of it. */
    sealed interface Result {

        /** The one licence of this order. */
        record Stored(LicenseFile file) implements Result {}

        record Later(Duration after) implements Result {}

        record Never(String why) implements Result {}

        record NotNow(String why) implements Result {}
    }

    public Issuing(Issuer issuer, StoredLicenses licenses) {
        this.issuer = issuer;
        this.licenses = licenses;
    }

    Result licence(LicenseRequest request, LicenseOrder order, Attempt attempt) {
        var known = licenses.find(order.licenseId()).block(STORE_ANSWERS_WITHIN);
        if (known != null) {
            return new Result.Stored(known);
        }
        attempt.holdLease();
        return switch (issuer.issue(order)) {
            case Issuer.Answer.Issued(var file) -> stored(request, file);
            case Issuer.Answer.Working(var after) -> new Result.Later(after);
            case Issuer.Answer.Refused(var why) -> new Result.Never(why);
            case Issuer.Answer.Failed(var why) -> new Result.NotNow(why);
        };
    }

    private Result stored(LicenseRequest request, LicenseFile file) {
        var faults = LicenseCheck.faults(file, request);
        return faults.isEmpty()
                ? new Result.Stored(
                        requireNonNull(licenses.keep(request.licenseId(), file).block(STORE_ANSWERS_WITHIN)))
                : new Result.Never(String.join("; ", faults));
    }

    /** What was never ordered was never issued. */
    Step<Application> revoked(Application application, Attempt attempt) {
        var order = application.order();
        if (order == null || !application.ordered()) {
            return new Step.Settled<>(application.done());
        }
        attempt.holdLease();
        return switch (issuer.revoke(order)) {
            case Issuer.Revocation.Done _ -> new Step.Settled<>(application.done());
            case Issuer.Revocation.Failed(var why) -> new Step.Failed<>("issuer: " + why);
        };
    }
}
