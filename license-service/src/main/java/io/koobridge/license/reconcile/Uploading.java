package io.koobridge.license.reconcile;

import static java.util.Objects.requireNonNull;

import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Delivery;
import io.koobridge.license.domain.Delivery.Receipt;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import java.time.Clock;
import java.time.Duration;

/** Brings stored bytes to whoever waits for them. */
public final class Uploading {

    private static final Duration NOTED_WITHIN = Duration.ofSeconds(10);

    private final Delivery delivery;
    private final FindingBook findings;
    private final Clock clock;

    public Uploading(Delivery delivery, FindingBook findings, Clock clock) {
        this.delivery = delivery;
        this.findings = findings;
        this.clock = clock;
    }

    Step<Application> delivered(Application application, Issuing.Result.Stored stored, Attempt attempt) {
        if (application.request().withPurchase()) {
            return new Step.Settled<>(application.delivered(clock.instant()));
        }
        attempt.holdLease();
        var receipt = delivery.upload(requireNonNull(application.request().eventId()), stored.file());
        return application.progress().deliveredAt() == null
                ? first(application, receipt, stored.fresh())
                : repeated(application, receipt);
    }

    /** @param fresh whether nobody can have uploaded it before */
    private Step<Application> first(Application application, Receipt receipt, boolean fresh) {
        var now = clock.instant();
        // Whoever stored it and noted nothing may have died after its upload.
        var unsure = !fresh && application.progress().issuedAt() == null;
        return switch (receipt) {
            case Receipt.Taken _ -> new Step.Settled<>(application.delivered(now));
            case Receipt.Again(var why, var perhapsTaken) ->
                again(application, unsure || perhapsTaken ? application.perhapsTaken(now) : application, why);
            case Receipt.Refused(var code, var why) -> refused(application, "%s %s".formatted(code, why));
            case Receipt.Denied(var why) ->
                unsure || application.progress().perhapsTakenAt() != null
                        ? refused(application, why + "; an earlier upload may have been taken, so its place is kept")
                        : new Step.Progressed<>(application.denied(now, "marketplace: " + why));
        };
    }

    /** The marketplace has it: whatever it says to the same bytes now, nobody takes that back, and the place is paid for and used. */
    private Step<Application> repeated(Application application, Receipt receipt) {
        return switch (receipt) {
            case Receipt.Taken _ -> {
                findings.close(application.id(), LicenseFinding.REPEAT_REFUSED).block(NOTED_WITHIN);
                yield new Step.Settled<>(application.delivered(clock.instant()));
            }
            case Receipt.Again again -> new Step.Failed<>("marketplace: " + again.why());
            case Receipt.Refused(var code, var why) -> notTakenAgain(application, "%s %s".formatted(code, why));
            case Receipt.Denied(var why) -> notTakenAgain(application, why);
        };
    }

    private Step<Application> notTakenAgain(Application application, String why) {
        findings.open(application.id(), LicenseFinding.REPEAT_REFUSED, "marketplace: " + why)
                .block(NOTED_WITHIN);
        return new Step.Settled<>(application.delivered(clock.instant()));
    }

    /** What was learned is worth a write only when it cannot be delivered at once: the next upload follows it. */
    private Step<Application> again(Application before, Application noted, String why) {
        var next = before.progress().issuedAt() == null ? noted.issued(clock.instant()) : noted;
        return next.equals(before) ? new Step.Failed<>("marketplace: " + why) : new Step.Progressed<>(next);
    }

    private Step<Application> refused(Application application, String why) {
        var refused = application.issued(clock.instant()).refused("marketplace: " + why);
        return new Step.Stopped<>(refused, requireNonNull(refused.progress().failure()));
    }
}
