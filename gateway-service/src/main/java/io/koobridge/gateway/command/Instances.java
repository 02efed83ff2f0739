package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceViews;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Those who know every instance: provisioning. Neither question ends in an error signal. */
public interface Instances {

    Mono<Answer<InstanceResolution>> resolve(InstanceResolution.Question question, Duration within);

    Mono<Answer<InstanceViews>> query(InstanceViews.Question question, Duration within);
}
