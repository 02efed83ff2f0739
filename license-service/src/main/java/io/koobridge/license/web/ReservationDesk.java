package io.koobridge.license.web;

import io.koobridge.events.LicenseIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.events.inquiry.LicenseReservation.Verdict;
import io.koobridge.license.domain.Entitlement;
import io.koobridge.license.domain.Entitlement.Entitled;
import io.koobridge.license.domain.Entitlements;
import io.koobridge.license.domain.Progress;
import io.koobridge.license.ledger.KnownInstances;
import io.koobridge.license.ledger.LicenseBook;
import io.koobridge.license.ledger.OrderPlaces;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Says whether an application gets a licence, and keeps a place for it. Whoever asks again is answered again. */
public final class ReservationDesk {

    private final Entitlements entitlements;
    private final Books books;

    /** What is known of instances, places and licences. */
    public record Books(KnownInstances instances, OrderPlaces places, LicenseBook licenses) {}

    public ReservationDesk(Entitlements entitlements, Books books) {
        this.entitlements = entitlements;
        this.books = books;
    }

    Mono<LicenseReservation> answer(Question question) {
        var application = question.application();
        var licenseId =
                LicenseIds.ofApplication(application.instanceId(), application.eventId(), application.fingerprint());
        return Mono.zip(
                        books.instances()
                                .find(application.instanceId())
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()),
                        books.places().held(licenseId))
                .map(known -> entitlements.of(
                        new Entitlements.Asked(application, question.asOf(), known.getT2()),
                        known.getT1().orElse(null)))
                .flatMap(entitlement -> answer(question, licenseId, entitlement));
    }

    private Mono<LicenseReservation> answer(Question question, String licenseId, Entitlement entitlement) {
        return switch (entitlement) {
            case Entitlement.Refused(var reason) -> Mono.just(LicenseReservation.refused(reason));
            case Entitlement.NotYet() -> Mono.just(LicenseReservation.of(Verdict.NOT_YET));
            case Entitlement.Repeated() -> repeated(licenseId);
            case Entitled(var order, var quota) ->
                books.places()
                        .reserve(question.application(), licenseId, order, quota)
                        .map(reserved -> reserved
                                ? LicenseReservation.of(Verdict.RESERVED)
                                : LicenseReservation.refused(Reason.QUOTA_USED_UP));
        };
    }

    private Mono<LicenseReservation> repeated(String licenseId) {
        return books.licenses()
                .progress(licenseId)
                .map(ReservationDesk::repeated)
                .defaultIfEmpty(Verdict.RESERVED)
                .map(LicenseReservation::of);
    }

    private static Verdict repeated(Progress progress) {
        if (progress.leaving()) {
            return Verdict.NOT_YET;
        }
        return progress.delivered() ? Verdict.DELIVERED : Verdict.RESERVED;
    }
}
