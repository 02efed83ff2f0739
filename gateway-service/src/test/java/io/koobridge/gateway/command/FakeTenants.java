package io.koobridge.gateway.command;

import io.koobridge.events.SealedText;
import io.koobridge.events.inquiry.SecretOpening;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** tenant-sync-service as one answer; remembers what it was asked and how much time it was given. */
public final class FakeTenants implements Tenants {

    public static final SealedText SEALED = new SealedText("kbs1.made-up");

    public Mono<Answer<SecretOpening>> opening = Mono.just(new Answer.Answered<>(new SecretOpening(SEALED)));
    public final List<SecretOpening.Question> asked = new ArrayList<>();
    public final List<Duration> given = new ArrayList<>();

    @Override
    public Mono<Answer<SecretOpening>> open(SecretOpening.Question question, Duration within) {
        asked.add(question);
        given.add(within);
        return opening;
    }
}
