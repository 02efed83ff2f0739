package io.koobridge.gateway.fuzz;

import io.koobridge.events.Event;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.license.CodeFact;
import io.koobridge.gateway.command.Licenses;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** license-service, in the mood that the call's context has. */
final class LicenseWorld implements Licenses {

    private static final List<String> LICENSES = List.of("LIC-1", "许可\u0000\n\"", "x".repeat(20_000), "");

    @Override
    public Mono<Answer<LicenseReservation>> reserve(LicenseReservation.Question question, Duration within) {
        return World.ask(question, within, tape -> reservation(tape.mood().viewSeed()));
    }

    @Override
    public Mono<Answer<PurchasedLicense>> await(PurchasedLicense.Wait question, Duration within) {
        return World.ask(question, within, tape -> purchased(tape.mood().viewSeed()));
    }

    @Override
    public Mono<Answer<Admission>> admit(Event<CodeFact> fact, Duration within) {
        return World.ask(fact, within, tape -> tape.mood().admission());
    }

    /** The same for the same seed. */
    static LicenseReservation reservation(long seed) {
        var random = Plan.random(seed);
        var verdict = Plan.pick(random, LicenseReservation.Verdict.values());
        return verdict == LicenseReservation.Verdict.REFUSED
                ? LicenseReservation.refused(Plan.pick(random, Reason.values()))
                : LicenseReservation.of(verdict);
    }

    /** The same for the same seed. */
    static PurchasedLicense purchased(long seed) {
        var random = Plan.random(seed);
        return switch (random.nextInt(4)) {
            case 0 -> new PurchasedLicense(null, false);
            case 1 -> new PurchasedLicense(null, true);
            default -> new PurchasedLicense(LICENSES.get(random.nextInt(LICENSES.size())), false);
        };
    }
}
