package io.koobridge.license.web;

import io.koobridge.events.LicenseIds;
import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.events.inquiry.LicenseReservation.Verdict;
import io.koobridge.license.domain.Entitlement;
import io.koobridge.license.domain.Entitlement.Entitled;
import io.koobridge.license.domain.Entitlements;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.Progress;
import io.koobridge.license.ledger.KnownInstances;
import io.koobridge.license.ledger.LicenseBook;
import io.koobridge.license.ledger.OrderPlaces;
import io.koobridge.license.ledger.OrderPlaces.Wish;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
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

    /** In the order of the questions. What they ask of the store is asked once for all. */
    public Mono<List<LicenseReservation>> answer(List<Question> questions) {
        var all = questions.stream().map(Case::of).toList();
        return Mono.zip(instances(all), books.places().held(ids(all)))
                .flatMap(known -> told(decided(all, known.getT1(), known.getT2())));
    }

    /** A question, and whose licence it asks for. */
    private record Case(Question question, String licenseId) {

        static Case of(Question question) {
            var application = question.application();
            return new Case(
                    question,
                    LicenseIds.ofApplication(
                            application.instanceId(), application.eventId(), application.fingerprint()));
        }
    }

    private record Decided(Case asked, Entitlement entitlement) {

        Stream<Wish> wish() {
            return entitlement instanceof Entitled(var order, var quota)
                    ? Stream.of(new Wish(
                            asked.licenseId(), asked.question().application().instanceId(), order, quota))
                    : Stream.empty();
        }
    }

    private static List<String> ids(List<Case> all) {
        return all.stream().map(Case::licenseId).toList();
    }

    private Mono<Map<String, KnownInstance>> instances(List<Case> all) {
        var ids = all.stream()
                .map(asked -> asked.question().application().instanceId())
                .collect(Collectors.toSet());
        return books.instances().findAll(ids).collectMap(KnownInstance::id);
    }

    private List<Decided> decided(List<Case> all, Map<String, KnownInstance> instances, Set<String> held) {
        return all.stream()
                .map(asked -> new Decided(asked, entitlement(asked, instances, held)))
                .toList();
    }

    private Entitlement entitlement(Case asked, Map<String, KnownInstance> instances, Set<String> held) {
        var question = asked.question();
        return entitlements.of(
                new Entitlements.Asked(question.application(), question.asOf(), held.contains(asked.licenseId())),
                instances.get(question.application().instanceId()));
    }

    private Mono<List<LicenseReservation>> told(List<Decided> all) {
        var wishes = all.stream().flatMap(Decided::wish).toList();
        var reserved =
                wishes.isEmpty() ? Mono.just(Set.<String>of()) : books.places().reserve(wishes);
        return reserved.flatMap(places -> Flux.fromIterable(all)
                .flatMapSequential(decided -> told(decided, places))
                .collectList());
    }

    private Mono<LicenseReservation> told(Decided decided, Set<String> places) {
        var licenseId = decided.asked().licenseId();
        return switch (decided.entitlement()) {
            case Entitlement.Refused(var reason) -> Mono.just(LicenseReservation.refused(reason));
            case Entitlement.NotYet() -> Mono.just(LicenseReservation.of(Verdict.NOT_YET));
            case Entitlement.Repeated() -> repeated(licenseId);
            case Entitled _ ->
                Mono.just(
                        places.contains(licenseId)
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
