package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceResolution.Question;
import io.koobridge.events.inquiry.InstanceResolution.Questions;
import io.koobridge.events.inquiry.InstanceResolution.Resolutions;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Mono;

/** The question that every purchase asks beside being stored: those of one moment in one request. */
final class Resolving {

    private final ServiceClient provisioning;
    private final Together<Question, InstanceResolution> together = new Together<>(Questions.MOST, this::post);

    Resolving(ServiceClient provisioning) {
        this.provisioning = provisioning;
    }

    Mono<Answer<InstanceResolution>> ask(Question question, Duration within) {
        return together.ask(question, within);
    }

    private Mono<Answer<List<InstanceResolution>>> post(List<Question> questions, Duration within) {
        return provisioning
                .post("/internal/instances:resolve", new Questions(questions), Resolutions.class, within)
                .map(answer -> resolutions(answer, questions.size()));
    }

    private static Answer<List<InstanceResolution>> resolutions(Answer<Resolutions> answer, int asked) {
        return answer instanceof Answer.Answered<Resolutions>(var all)
                        && all.resolutions().size() != asked
                ? new Answer.Uncertain<>(
                        "%d answers to %d questions".formatted(all.resolutions().size(), asked))
                : answer.map(Resolutions::resolutions);
    }
}
