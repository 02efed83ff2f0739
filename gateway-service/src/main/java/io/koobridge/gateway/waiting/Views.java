package io.koobridge.gateway.waiting;

import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** Asks provisioning how one instance does. It never ends in an error signal. */
@FunctionalInterface
public interface Views {

    /** A browser waits longer; but who waits holds one of few places. */
    Duration WITHIN = Duration.ofSeconds(2);

    Mono<Answer<InstanceViews>> of(String instanceId);

    /**
     * Over provisioning's internal port.
     *
     * @param client of its own: what browsers meet must not open the breaker of KooGallery's queries
     */
    static Views over(ServiceClient client) {
        return id -> client.post(
                "/internal/instances:query",
                new InstanceViews.Question(InstanceKind.SAAS, List.of(id)),
                InstanceViews.class,
                WITHIN);
    }
}
