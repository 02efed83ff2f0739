package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Provisioning over its internal port.
 *
 * @param resolving a client of its own, because its short time-out must not open the breaker that {@code querying} has
 */
public record ServiceInstances(ServiceClient resolving, ServiceClient querying) implements Instances {

    @Override
    public Mono<Answer<InstanceResolution>> resolve(InstanceResolution.Question question, Duration within) {
        return resolving.post("/internal/instances:resolve", question, InstanceResolution.class, within);
    }

    @Override
    public Mono<Answer<InstanceViews>> query(InstanceViews.Question question, Duration within) {
        return querying.post("/internal/instances:query", question, InstanceViews.class, within);
    }
}
