package io.koobridge.license.reconcile;

import static java.util.Objects.requireNonNull;

import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseFile;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.license.domain.LicenseRequest;
import io.koobridge.license.ledger.StoredLicenses;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One order, one licence: what is stored is never made again, and what is made is stored before anybody sees it. */
public final class Issuing {

    private static final Duration STORE_ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final String NOT_TOLD =
            "its instance was released, and the licence server that was asked for it is not configured any more: take it back there";

    private final Issuer issuer;
    private final StoredLicenses licenses;
    private final FindingBook findings;

    /** What came of it. */
    sealed interface Result {

        /**
         * The one licence of this order.
         *
         * @param fresh whether it was made just now, so that nobody can have uploaded it before
         */
        record Stored(LicenseFile file, boolean fresh) implements Result {}

        /** That he is asked is to be written first. */
        record Asking(Issuer.Kind issuer) implements Result {}

        record Later(Duration after) implements Result {}

        record Never(String why) implements Result {}

        record NotNow(String why) implements Result {}
    }

    public Issuing(Issuer issuer, StoredLicenses licenses, FindingBook findings) {
        this.issuer = issuer;
        this.licenses = licenses;
        this.findings = findings;
    }

    /** Who makes licences now; absent: nobody. */
    public Issuer.@Nullable Kind kind() {
        return issuer.kind();
    }

    Result licence(Application application, LicenseOrder order, Attempt attempt) {
        var known = licenses.find(order.licenseId()).block(STORE_ANSWERS_WITHIN);
        if (known != null) {
            return new Result.Stored(known, false);
        }
        var kind = issuer.kind();
        if (kind != null && !application.issuers().contains(kind)) {
            return new Result.Asking(kind);
        }
        attempt.holdLease();
        return switch (issuer.issue(order)) {
            case Issuer.Answer.Issued(var file) -> stored(application.request(), file);
            case Issuer.Answer.Working(var after) -> new Result.Later(after);
            case Issuer.Answer.Refused(var why) -> new Result.Never(why);
            case Issuer.Answer.Failed(var why) -> new Result.NotNow(why);
        };
    }

    private Result stored(LicenseRequest request, LicenseFile file) {
        var faults = LicenseCheck.faults(file, request);
        if (!faults.isEmpty()) {
            return new Result.Never(String.join("; ", faults));
        }
        var kept = requireNonNull(licenses.keep(request.licenseId(), file).block(STORE_ANSWERS_WITHIN));
        return new Result.Stored(kept, kept.equals(file));
    }

    /** What was never ordered was never issued; and who made it is told, not who makes licences now. */
    Step<Application> revoked(Application application, Attempt attempt) {
        var order = application.order();
        if (order == null || application.issuers().stream().noneMatch(Issuer.Kind::takesBack)) {
            return new Step.Settled<>(application.done());
        }
        var kind = issuer.kind();
        if (kind != null && !kind.takesBack()) {
            findings.open(application.id(), LicenseFinding.NOT_REVOKED, NOT_TOLD)
                    .block(STORE_ANSWERS_WITHIN);
            return new Step.Settled<>(application.done());
        }
        attempt.holdLease();
        return switch (issuer.revoke(order)) {
            case Issuer.Revocation.Done _ -> new Step.Settled<>(application.done());
            case Issuer.Revocation.Failed(var why) -> new Step.Failed<>("issuer: " + why);
        };
    }
}
