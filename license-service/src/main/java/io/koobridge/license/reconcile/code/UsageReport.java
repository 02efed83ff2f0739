package io.koobridge.license.reconcile.code;

import static io.koobridge.license.reconcile.code.CodeFinding.USAGE_NOT_TAKEN;

import io.koobridge.license.domain.code.Activation.Answer;
import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.CodeMarket;
import io.koobridge.license.domain.code.CodeMarket.Named;
import io.koobridge.license.domain.code.CodeMarket.Reply.NotNow;
import io.koobridge.license.domain.code.CodeMarket.Reply.Refused;
import io.koobridge.license.domain.code.CodeMarket.Reply.Said;
import io.koobridge.license.domain.code.CodeMarket.Reported;
import io.koobridge.license.domain.code.CodeWishes.Due;
import io.koobridge.license.domain.code.Learning;
import io.koobridge.license.domain.code.Usage;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.reconcile.Attempt;
import io.koobridge.service.reconcile.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Tells the marketplace who used a code, a hundred entries at a time, fewer while it is found out which one it refuses. Whoever is killed before that is written down tells it twice (license §5.5). */
final class UsageReport {

    /** How long a code that is not in use yet is left alone. */
    static final Duration UNTIL_ACTIVE = Duration.ofMinutes(10);

    private static final String NOT_ACTIVATED = "92020011";

    /** What one entry may have brought upon all of them (license §5.6). */
    private static final Set<String> OF_ENTRIES = Set.of("92020002", "92020020", "95000001", "95000004");

    private static final Duration NOTED_WITHIN = Duration.ofSeconds(10);

    private final CodeMarket market;
    private final FindingBook findings;
    private final Duration pause;
    private final Clock clock;

    /** @param pause how long uses are collected that come while others are reported */
    UsageReport(CodeMarket market, FindingBook findings, Duration pause, Clock clock) {
        this.market = market;
        this.findings = findings;
        this.pause = pause;
        this.clock = clock;
    }

    Step<AuthorizationCode> send(Named named, AuthorizationCode code, Attempt attempt) {
        var entries = code.usage().batch();
        attempt.holdLease();
        return switch (market.report(named, entries)) {
            case Said<Reported>(var reported) -> taken(named, code, entries, reported);
            case NotNow<Reported>(var why, var _) -> new Step.Failed<>("report of use: " + why);
            case Refused<Reported>(var number, var why) -> refused(named, code, entries, new Answer(number, why));
        };
    }

    private Step<AuthorizationCode> refused(
            Named named, AuthorizationCode code, List<Usage.Entry> entries, Answer said) {
        if (said.number().equals(NOT_ACTIVATED)) {
            var now = clock.instant();
            return Answers.learned(current -> Learning.notInUse(current, now, now.plus(UNTIL_ACTIVE)));
        }
        if (!OF_ENTRIES.contains(said.number())) {
            return Answers.learned(current -> Learning.notReportable(current, said.why()));
        }
        if (entries.size() == 1 && code.usage().dropsAlone()) {
            notTaken(named, "an entry of a report of use is refused alone: " + said.why());
        }
        return Answers.learned(current -> Learning.entriesRefused(current, entries, said.why()));
    }

    private void notTaken(Named named, String detail) {
        findings.open(named.id(), USAGE_NOT_TAKEN, detail).block(NOTED_WITHIN);
    }

    /** What it did not take it would not take again. */
    private Step<AuthorizationCode> taken(
            Named named, AuthorizationCode code, List<Usage.Entry> entries, Reported reported) {
        if (reported.failed() > 0) {
            notTaken(
                    named,
                    "%d of %d entries of a report of use did not pass the marketplace's check"
                            .formatted(reported.failed(), entries.size()));
        }
        int hopeless = code.usage().hopeless().size();
        if (hopeless > 0) {
            notTaken(named, "%d entries of reports of use are refused alone, others are taken".formatted(hopeless));
        }
        var now = clock.instant();
        boolean more = code.usage().waiting().size() > entries.size() + hopeless;
        var next = more ? now : new Due(now, pause).at();
        return Answers.learned(current -> Learning.reported(current, entries, now, next));
    }
}
