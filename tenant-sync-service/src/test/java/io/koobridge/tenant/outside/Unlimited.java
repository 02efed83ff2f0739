package io.koobridge.tenant.outside;

import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.outside.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Outside systems without limits of their own: those are the wrapper's, which has its own tests. Remembers what journals would. */
public final class Unlimited implements OutsideSystems, OutsideSystem {

    private final List<String> told = new CopyOnWriteArrayList<>();

    /** All that the wrapper would tell. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public OutsideSystem journaled(String system, OutsideLimits limits) {
        return this;
    }

    @Override
    public OutsideSystem unjournaled(String system, OutsideLimits limits) {
        return this;
    }

    @Override
    public <T> Mono<Answer<T>> ask(String operation, String subject, Mono<T> call) {
        return call.<Answer<T>>map(Answer.Answered::new)
                .onErrorResume(error -> Mono.just(new Answer.Uncertain<>(
                        error.getClass().getSimpleName() + " " + Objects.requireNonNullElse(error.getMessage(), ""))))
                .doOnNext(answer -> told.add(operation + " " + subject + " "
                        + (answer instanceof Answer.Answered<T>(Verdict verdict)
                                ? verdict.outcome() + " " + verdict.detail()
                                : answer)));
    }
}
