package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.InstanceResolution.Question;
import io.koobridge.events.inquiry.InstanceResolution.Questions;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A question about an order that purchases ask beside being stored: those of one moment in one request.
 *
 * @param <A> what is answered to each
 */
final class OrderInquiry<A> {

    private final Together<Question, A> together;

    /** How the questions are sent; it never ends in an error signal. */
    @FunctionalInterface
    interface Request<A> {
        Mono<Answer<List<A>>> send(Questions questions, Duration within);
    }

    OrderInquiry(Request<A> request) {
        this.together =
                new Together<>(Questions.MOST, (questions, within) -> request.send(new Questions(questions), within)
                        .map(answer -> complete(answer, questions.size())));
    }

    Mono<Answer<A>> ask(Question question, Duration within) {
        return together.ask(question, within);
    }

    static <A> Answer<List<A>> complete(Answer<List<A>> answer, int asked) {
        return answer instanceof Answer.Answered<List<A>>(var all) && all.size() != asked
                ? new Answer.Uncertain<>("%d answers to %d questions".formatted(all.size(), asked))
                : answer;
    }
}
