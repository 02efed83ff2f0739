package io.koobridge.license.reconcile.code;

import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.Activation;
import io.koobridge.license.domain.code.Activation.Stage;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.Bought;
import io.koobridge.license.domain.code.CodeMarket;
import io.koobridge.license.domain.code.CodeMarket.Looked;
import io.koobridge.license.domain.code.CodeMarket.Named;
import io.koobridge.license.domain.code.CodeMarket.Reply.NotNow;
import io.koobridge.license.domain.code.CodeMarket.Reply.Refused;
import io.koobridge.license.domain.code.CodeMarket.Reply.Said;
import io.koobridge.license.domain.code.Learning;
import io.koobridge.license.domain.code.Sighting;
import io.koobridge.license.domain.code.Sighting.Status;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import io.koobridge.service.reconcile.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Activates, asks and reports, one thing after the other; then rests until the next thing is due. */
final class CodeWorker implements Worker<AuthorizationCode> {

    private static final String NOT_ACTIVATED = "92020011";
    private static final String NO_SUCH_CODE = "92020005";

    private final Activator activator;
    private final CodeMarket market;
    private final UsageReport usage;
    private final Clock clock;

    CodeWorker(Activator activator, CodeMarket market, UsageReport usage, Clock clock) {
        this.activator = activator;
        this.market = market;
        this.usage = usage;
        this.clock = clock;
    }

    @Override
    public Step<AuthorizationCode> reconcile(AuthorizationCode code, Attempt attempt) {
        var plain = code.code();
        if (plain == null || code.released()) {
            return new Step.Settled<>(code);
        }
        var named = new Named(CodeId.of(plain), plain);
        var now = clock.instant();
        if (code.activation().due(now)) {
            return activator.activate(named, code, attempt);
        }
        if (code.queryAt() == null) {
            return reportable(code, now) ? usage.send(named, code, attempt) : atRest(code, now);
        }
        return switch (looked(named, code, attempt)) {
            case Step.Failed<AuthorizationCode> failed
            when reportable(code, now) -> reported(named, code, attempt, failed);
            case Step.Stopped<AuthorizationCode> stopped
            when reportable(code, now) -> reported(named, code, attempt, stopped);
            // Somebody is to hear of it, but not before what waits was reported.
            case Step.Stopped<AuthorizationCode> stopped -> next(code).isPresent() ? atRest(code, now) : stopped;
            case Step<AuthorizationCode> learned -> learned;
        };
    }

    private static boolean reportable(AuthorizationCode code, Instant now) {
        return code.inUse() && code.usage().due(now);
    }

    /** A query that does not succeed holds up no report; it is asked again after it. */
    private Step<AuthorizationCode> reported(
            Named named, AuthorizationCode code, Attempt attempt, Step<AuthorizationCode> query) {
        var report = usage.send(named, code, attempt);
        return report instanceof Step.Learned<AuthorizationCode> ? report : query;
    }

    private Step<AuthorizationCode> looked(Named named, AuthorizationCode code, Attempt attempt) {
        attempt.holdLease();
        var asked = clock.instant();
        return switch (market.look(named)) {
            case Said<Looked>(var looked) -> learned(code, looked);
            case NotNow<Looked>(var why, var _) -> new Step.Failed<>("query: " + why);
            case Refused<Looked>(var number, var why) ->
                switch (number) {
                    case NOT_ACTIVATED -> learned(code, none(asked, Status.NOT_ACTIVATED));
                    case NO_SUCH_CODE -> learned(code, none(asked, Status.UNKNOWN));
                    // Still due, and asked again on the next day of use, or when a person wants it.
                    default -> new Step.Stopped<>(code, "query: " + why);
                };
        };
    }

    private static Step<AuthorizationCode> learned(AuthorizationCode asked, Looked looked) {
        return Answers.learned(code -> Learning.looked(code, asked, looked));
    }

    private static Looked none(Instant at, Status status) {
        return new Looked(new Sighting(at, status, null), null, Bought.UNTOLD);
    }

    private static Step<AuthorizationCode> atRest(AuthorizationCode code, Instant now) {
        return next(code)
                .<Step<AuthorizationCode>>map(then -> new Step.Resting<>(atLeastASecond(Duration.between(now, then))))
                .orElseGet(() -> refusal(code)
                        .<Step<AuthorizationCode>>map(why -> new Step.Stopped<>(code, why))
                        .orElseGet(() -> new Step.Settled<>(code)));
    }

    private static Duration atLeastASecond(Duration left) {
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }

    private static Optional<Instant> next(AuthorizationCode code) {
        var activation = code.activation();
        var use = code.usage();
        boolean reports = code.inUse() && !use.waiting().isEmpty() && use.refusal() == null;
        return Stream.of(
                        Optional.ofNullable(activation.notBefore()).filter(_ -> activation.stage() == Stage.WISHED),
                        Optional.ofNullable(use.notBefore()).filter(_ -> reports))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<String> refusal(AuthorizationCode code) {
        if (mistyped(code)) {
            return Optional.empty();
        }
        return code.activation().stage() == Stage.REFUSED
                ? Optional.ofNullable(code.activation().answer())
                        .map(CodeWorker::sentence)
                        .or(() -> Optional.of("not activated"))
                : Optional.ofNullable(code.usage().refusal()).map(why -> "use is not reported: " + why);
    }

    /** The customer is told that there is no such code; nobody else need hear of it. */
    private static boolean mistyped(AuthorizationCode code) {
        var answer = code.activation().answer();
        return code.activation().stage() == Stage.REFUSED
                && answer != null
                && answer.number().equals(NO_SUCH_CODE);
    }

    private static String sentence(Activation.Answer answer) {
        return "not activated: " + answer.why();
    }
}
