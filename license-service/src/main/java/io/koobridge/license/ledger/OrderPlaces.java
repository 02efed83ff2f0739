package io.koobridge.license.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.ProductTerms.Catalog;
import io.koobridge.license.ledger.Slot.Shelf;
import io.koobridge.license.ledger.SlotTaking.Claim;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Places among an order's licences: never more than were paid for, and one for each application. */
public final class OrderPlaces implements Places {

    private final SlotTable slots;
    private final SlotTaking taking;
    private final Entitling entitling;
    private final Clock clock;

    /** Who knows what an instance entitles to now. */
    public record Entitling(KnownInstances instances, Catalog products) {}

    public OrderPlaces(SlotTable slots, Entitling entitling, Clock clock) {
        this.slots = slots;
        this.taking = new SlotTaking(slots);
        this.entitling = entitling;
        this.clock = clock;
    }

    /** Which of the applications have their places. One that is reserved is kept for its whole time once more. */
    public Mono<Set<String>> held(Collection<String> licenseIds) {
        return slots.hold(licenseIds, clock.instant());
    }

    /** An application that may have one of the order's licences. */
    public record Wish(String licenseId, String instanceId, OrderKey order, long quota) {}

    /** Reserves places until the applications' facts come. Those that have one then; there is none left for the others. */
    public Mono<Set<String>> reserve(Collection<Wish> wishes) {
        var now = clock.instant();
        var claims = wishes.stream().map(wish -> claim(wish, now)).toList();
        return taking.takeAll(claims).flatMap(taken -> withThoseOfOtherCalls(taken, wishes));
    }

    private static Claim claim(Wish wish, Instant now) {
        return new Claim(new Shelf(wish.instanceId(), wish.order()), wish.quota(), wish.licenseId(), now);
    }

    /** Another call of the same application may have had the last place. */
    private Mono<Set<String>> withThoseOfOtherCalls(Set<String> taken, Collection<Wish> wishes) {
        var others = wishes.stream()
                .map(Wish::licenseId)
                .filter(id -> !taken.contains(id))
                .toList();
        return others.isEmpty()
                ? Mono.just(taken)
                : held(others).map(held -> Stream.concat(taken.stream(), held.stream())
                        .collect(Collectors.toSet()));
    }

    @Override
    public Mono<OrderKey> keep(Event<LicenseApplied> application, long generation) {
        return slots.confirm(application.subject(), generation)
                .switchIfEmpty(Mono.defer(() -> takeAnew(application, generation)));
    }

    /** Its terms were looked at when it was answered, and are not looked at again; only that there is a place for it. */
    private Mono<OrderKey> takeAnew(Event<LicenseApplied> application, long generation) {
        return entitling
                .instances()
                .find(application.data().instanceId())
                .filter(instance -> instance.orderKnown() && !instance.released())
                .flatMap(instance -> taking.take(claim(instance, application.subject()))
                        // A call of the same application may have been quicker, and has only reserved it.
                        .then(Mono.defer(() -> slots.confirm(application.subject(), generation))));
    }

    private Claim claim(KnownInstance instance, String licenseId) {
        return new Claim(
                new Shelf(instance.id(), instance.orderInForce()),
                entitling.products().quota(instance),
                licenseId,
                null);
    }

    @Override
    public Mono<Void> free(String licenseId, long generation) {
        return slots.free(licenseId, generation);
    }
}
