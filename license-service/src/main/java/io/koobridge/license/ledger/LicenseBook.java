package io.koobridge.license.ledger;

import io.koobridge.license.domain.KnownInstance;
import reactor.core.publisher.Mono;

/** The licences, as instances see them. Repeatable: whoever is not sure asks again. */
public interface LicenseBook {

    /** There shall be the one licence that the order in force comes with (license §7). */
    Mono<Void> ordered(KnownInstance instance);

    /** The instance was released, and its licences with it. */
    Mono<Void> revoked(String instanceId);

    /** Whether the marketplace has the licence; empty when nobody applied for it yet. */
    Mono<Boolean> delivered(String licenseId);
}
