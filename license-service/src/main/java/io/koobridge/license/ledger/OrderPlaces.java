package io.koobridge.license.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.ProductTerms.Catalog;
import io.koobridge.license.ledger.Slot.Shelf;
import io.koobridge.license.ledger.SlotTaking.Claim;
import java.time.Clock;
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

    /** Whether the application has its place. One that is reserved is kept for its whole time once more. */
    public Mono<Boolean> held(String licenseId) {
        return slots.hold(licenseId, clock.instant());
    }

    /**
     * Reserves a place until the application's fact comes.
     *
     * @return false when none is left
     */
    public Mono<Boolean> reserve(LicenseApplied application, String licenseId, OrderKey order, long quota) {
        return taking.take(new Claim(new Shelf(application.instanceId(), order), quota, licenseId, clock.instant()))
                .hasElement();
    }

    @Override
    public Mono<OrderKey> keep(Event<LicenseApplied> application) {
        return slots.confirm(application.subject()).switchIfEmpty(Mono.defer(() -> takeAnew(application)));
    }

    /** Its terms were looked at when it was answered, and are not looked at again; only that there is a place for it. */
    private Mono<OrderKey> takeAnew(Event<LicenseApplied> application) {
        return entitling
                .instances()
                .find(application.data().instanceId())
                .filter(instance -> instance.orderKnown() && !instance.released())
                .flatMap(instance -> taking.take(claim(instance, application.subject())))
                // A call of the same application may have been quicker, and has only reserved it.
                .flatMap(_ -> slots.confirm(application.subject()));
    }

    private Claim claim(KnownInstance instance, String licenseId) {
        return new Claim(
                new Shelf(instance.id(), instance.orderInForce()),
                entitling.products().quota(instance),
                licenseId,
                null);
    }

    @Override
    public Mono<Void> free(String licenseId) {
        return slots.free(licenseId);
    }
}
