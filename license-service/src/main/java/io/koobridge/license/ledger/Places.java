package io.koobridge.license.ledger;

import io.koobridge.events.Event;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.license.LicenseFact.LicenseApplied;
import reactor.core.publisher.Mono;

/** The places among an order's licences (design §6), as applications see them. */
public interface Places {

    /**
     * Makes sure that the application has a place for good: the one that was reserved, or a new one where that was given up in between.
     *
     * @param generation of the wish that it is for
     * @return the order that the place is of; empty when none is left
     */
    Mono<OrderKey> keep(Event<LicenseApplied> application, long generation);

    /**
     * The application needs its place no more.
     *
     * @param generation up to which a place is given up: what a later wish took stays, however late this comes
     */
    Mono<Void> free(String licenseId, long generation);
}
