package io.koobridge.gateway.command;

import io.koobridge.events.LicenseIds;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.license.LicenseFact;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Takes a place for an application and stores it, in that order (design §3.5). Without a place nothing is stored, and nobody goes on without knowing: who
 * is told that a licence comes gets one. A place whose application is not stored after all is freed again, and taken again by a repetition.
 */
final class Applications {

    /** Longer than an admission has, for there is no going on without an answer; what is left of the call is enough for storing. */
    private static final Duration ASK_FOR = Duration.ofMillis(1_500);

    private final FactPublisher<LicenseFact> publisher;
    private final Licenses licenses;

    Applications(FactPublisher<LicenseFact> publisher, Licenses licenses) {
        this.publisher = publisher;
        this.licenses = licenses;
    }

    Mono<Reply> carryOut(Command.Application application, Circumstances circumstances) {
        var question = new LicenseReservation.Question(application.applied(), circumstances.signedAt());
        return licenses.reserve(question, circumstances.deadline().atMost(ASK_FOR))
                .flatMap(answer -> switch (answer) {
                    case Answer.Answered<LicenseReservation>(var reservation) ->
                        reserved(reservation, application, circumstances);
                    case Answer.NotSent<LicenseReservation> _, Answer.Uncertain<LicenseReservation> _ ->
                        Mono.just(new Reply.Refused(Refusal.SERVICE_AWAY));
                });
    }

    private Mono<Reply> reserved(
            LicenseReservation reservation, Command.Application application, Circumstances circumstances) {
        return switch (reservation.verdict()) {
            case RESERVED -> store(application, circumstances, false);
            case DELIVERED -> store(application, circumstances, true);
            case REFUSED -> Mono.just(new Reply.Declined(Objects.requireNonNull(reservation.reason())));
            case NOT_YET -> Mono.just(new Reply.Refused(Refusal.NOT_YET));
        };
    }

    /** Also when the licence was delivered: whoever applies again did not get it, and it is uploaded once more (license §3.5). */
    private Mono<Reply> store(Command.Application application, Circumstances circumstances, boolean delivered) {
        var fact = circumstances.<LicenseFact>event(
                application.factId(), id(application.applied()), application.applied());
        return publisher.publish(fact).map(publication -> switch (publication) {
            case Publication.Stored _ -> new Reply.Applied(delivered);
            case Publication.NotStored _ -> new Reply.Refused(Refusal.NOT_STORED);
        });
    }

    private static String id(LicenseApplied applied) {
        return LicenseIds.ofApplication(applied.instanceId(), applied.eventId(), applied.fingerprint());
    }
}
