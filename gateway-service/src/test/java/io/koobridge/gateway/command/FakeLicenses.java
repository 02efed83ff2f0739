package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.license.CodeFact;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** license-service as three answers; remembers what it was asked and how much time it was given. */
public final class FakeLicenses implements Licenses {

    public Mono<Answer<LicenseReservation>> reservation =
            Mono.just(new Answer.Answered<>(LicenseReservation.of(LicenseReservation.Verdict.RESERVED)));
    public Mono<Answer<PurchasedLicense>> purchased =
            Mono.just(new Answer.Answered<>(new PurchasedLicense(null, false)));
    public Mono<Answer<Admission>> admission = Mono.just(new Answer.Answered<>(new Admission("applied", null, null)));
    public final List<Object> asked = new ArrayList<>();
    public final List<Duration> given = new ArrayList<>();

    @Override
    public Mono<Answer<LicenseReservation>> reserve(LicenseReservation.Question question, Duration within) {
        return ask(question, within, reservation);
    }

    @Override
    public Mono<Answer<PurchasedLicense>> await(PurchasedLicense.Wait question, Duration within) {
        return ask(question, within, purchased);
    }

    @Override
    public Mono<Answer<Admission>> admit(Event<CodeFact> fact, Duration within) {
        return ask(fact, within, admission);
    }

    private <A> Mono<Answer<A>> ask(Object question, Duration within, Mono<Answer<A>> answer) {
        asked.add(question);
        given.add(within);
        return answer;
    }
}
