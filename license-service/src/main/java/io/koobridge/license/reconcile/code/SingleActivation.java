package io.koobridge.license.reconcile.code;

import io.koobridge.license.domain.code.Activation.Answer;
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
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * One code, one call. The marketplace does it once and refuses the next one (92020003): whoever does not know whether it was done asks what the code is
 * now (license §5.3).
 */
final class SingleActivation implements Activator {

    /** How often a code is tried that its user has not collected yet (92020004). */
    static final Duration UNTIL_COLLECTED = Duration.ofMinutes(10);

    private static final String ILLEGAL_STATE = "92020003";
    private static final String NOT_COLLECTED = "92020004";
    private static final String NO_SUCH_CODE = "92020005";

    private final CodeMarket market;
    private final Clock clock;

    SingleActivation(CodeMarket market, Clock clock) {
        this.market = market;
        this.clock = clock;
    }

    @Override
    public Step<AuthorizationCode> activate(Named named, AuthorizationCode code, Attempt attempt) {
        attempt.holdLease();
        return switch (market.activate(named, code.activation().effectiveAt())) {
            case Said<CodeMarket.Activated>(var told) ->
                Answers.learned(current -> Learning.activated(current, told, clock.instant()));
            case NotNow<CodeMarket.Activated>(var why, var uncertain) ->
                uncertain
                        ? settledByQuery(named, code, attempt, new Step.Failed<>("activation: " + why))
                        : new Step.Failed<>("activation: " + why);
            case Refused<CodeMarket.Activated>(var number, var why) ->
                refused(named, code, attempt, new Answer(number, why));
        };
    }

    private Step<AuthorizationCode> refused(Named named, AuthorizationCode code, Attempt attempt, Answer said) {
        return switch (said.number()) {
            case ILLEGAL_STATE ->
                settledByQuery(named, code, attempt, refused(code, current -> Learning.refused(current, said)));
            case NOT_COLLECTED ->
                refused(
                        code,
                        current ->
                                Learning.notYet(current, said, clock.instant().plus(UNTIL_COLLECTED)));
            case NO_SUCH_CODE -> refused(code, current -> Learning.refused(Learning.looked(current, nothing()), said));
            default -> refused(code, current -> Learning.refused(current, said));
        };
    }

    private static Step<AuthorizationCode> refused(AuthorizationCode asked, UnaryOperator<AuthorizationCode> refusal) {
        return Answers.learned(current -> Learning.answered(current, asked, refusal));
    }

    /** What it is now says whether it was done; otherwise it was not. */
    private Step<AuthorizationCode> settledByQuery(
            Named named, AuthorizationCode code, Attempt attempt, Step<AuthorizationCode> otherwise) {
        attempt.holdLease();
        return switch (market.look(named)) {
            case Said<Looked>(var looked)
            when looked.sighting().shownInUse() -> Answers.learned(current -> Learning.looked(current, code, looked));
            case NotNow<Looked>(var why, var _) -> new Step.Failed<>("query after an activation: " + why);
            case Said<Looked> _, Refused<Looked> _ -> otherwise;
        };
    }

    private Looked nothing() {
        return new Looked(new Sighting(clock.instant(), Status.UNKNOWN, null), null, Bought.UNTOLD);
    }
}
