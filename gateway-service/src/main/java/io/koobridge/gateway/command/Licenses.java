package io.koobridge.gateway.command;

import io.koobridge.events.Event;
import io.koobridge.events.inquiry.Admission;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.PurchasedLicense;
import io.koobridge.events.license.CodeFact;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Those who know every licence: license-service. No question ends in an error signal. */
public interface Licenses {

    /** Takes a place for an application unless it has one. Who asks again is answered again. */
    Mono<Answer<LicenseReservation>> reserve(LicenseReservation.Question question, Duration within);

    /** Held until the licence of a purchase is made, or was refused for good, or the question's time is over. */
    Mono<Answer<PurchasedLicense>> await(PurchasedLicense.Wait question, Duration within);

    /** What the fact would do. */
    Mono<Answer<Admission>> admit(Event<CodeFact> fact, Duration within);

    /** Of an installation that has no licences; nobody asks there. */
    static Licenses none() {
        return new Licenses() {
            @Override
            public Mono<Answer<LicenseReservation>> reserve(LicenseReservation.Question question, Duration within) {
                return nobody();
            }

            @Override
            public Mono<Answer<PurchasedLicense>> await(PurchasedLicense.Wait question, Duration within) {
                return nobody();
            }

            @Override
            public Mono<Answer<Admission>> admit(Event<CodeFact> fact, Duration within) {
                return nobody();
            }

            private <T> Mono<Answer<T>> nobody() {
                return Mono.just(new Answer.NotSent<>("there is no license-service"));
            }
        };
    }
}
