package io.koobridge.license.domain.code;

import io.koobridge.events.Event;
import io.koobridge.events.Outcome;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.TermChange;
import io.koobridge.events.license.CodeFact;
import io.koobridge.events.license.CodeFact.CodeTermChanged;
import io.koobridge.events.license.CodeId;
import io.koobridge.license.domain.code.CodeDecisions.Unseen;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Codes and what is told of them, for tests. */
public final class Codes {

    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    public static final String CODE = "PLDEMO0000000001";
    public static final Bought BOUGHT = new Bought("OFFI1", 5L, "CS1");
    public static final Instant END = Instant.parse("2027-11-22T00:00:00Z");

    private Codes() {}

    public static Event<CodeFact> event(String id, CodeFact fact, Instant asOf) {
        return new Event<>(id, CodeId.of(CODE), "/koogallery/license-code", asOf, asOf, null, fact);
    }

    public static CodeTermChanged term(TermChange change, Instant end) {
        return new CodeTermChanged(change, new OrderKey("CS2", "CS2-1", null), null, end);
    }

    public static Outcome<AuthorizationCode> told(
            @Nullable AuthorizationCode code, String id, CodeFact fact, Instant asOf) {
        return CodeDecisions.decide(code, event(id, fact, asOf), Unseen.ACCEPT);
    }

    public static AuthorizationCode after(@Nullable AuthorizationCode code, String id, CodeFact fact, Instant asOf) {
        return applied(told(code, id, fact, asOf));
    }

    public static AuthorizationCode applied(Outcome<AuthorizationCode> outcome) {
        if (outcome instanceof Outcome.Applied<AuthorizationCode>(var state)) {
            return state;
        }
        throw new AssertionError(outcome);
    }

    /** Asked for, and nobody did anything yet. */
    public static AuthorizationCode wished() {
        return applied(CodeWishes.activate(null, CODE, null, NOW));
    }

    /** Activated and looked up. */
    public static AuthorizationCode active() {
        var activated = Learning.activated(wished(), new CodeMarket.Activated(BOUGHT, END.minusSeconds(1)), NOW);
        return seen(activated, Sighting.Status.ALIVE, NOW);
    }

    public static AuthorizationCode seen(AuthorizationCode code, Sighting.Status status, Instant at) {
        return Learning.looked(code, new CodeMarket.Looked(new Sighting(at, status, null), END, Bought.UNTOLD));
    }

    public static AuthorizationCode used(AuthorizationCode code, Usage.Entry entry, Instant at) {
        return applied(CodeWishes.use(code, CODE, entry, new CodeWishes.Due(at, Duration.ofMinutes(10))));
    }
}
