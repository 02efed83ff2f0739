package io.koobridge.license.ledger;

import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.Progress;
import reactor.core.publisher.Mono;

/** The licences, as instances see them. Repeatable: whoever is not sure asks again. */
public interface LicenseBook {

    /** There shall be the one licence that the order in force comes with (license §7). */
    Mono<Void> ordered(KnownInstance instance);

    /** The instance was released, and its licences with it. */
    Mono<Void> revoked(String instanceId);

    /** How far the licence is; empty when nobody applied for it yet. */
    Mono<Progress> progress(String licenseId);
}
