package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.SecretOpening;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Those who know every tenant: tenant-sync-service. No question ends in an error signal. */
@FunctionalInterface
public interface Tenants {

    /** Opens a client secret that the marketplace encrypted. */
    Mono<Answer<SecretOpening>> open(SecretOpening.Question question, Duration within);

    /** Of an installation without joint operations; nobody asks there. */
    static Tenants none() {
        return (_, _) -> Mono.just(new Answer.NotSent<>("there is no tenant-sync-service"));
    }
}
