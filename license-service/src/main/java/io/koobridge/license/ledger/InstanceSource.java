package io.koobridge.license.ledger;

import io.koobridge.license.domain.KnownInstance;
import reactor.core.publisher.Mono;

/** Instances, as licences see them. */
@FunctionalInterface
public interface InstanceSource {

    /** Empty while provisioning has not told of it. */
    Mono<KnownInstance> find(String instanceId);
}
