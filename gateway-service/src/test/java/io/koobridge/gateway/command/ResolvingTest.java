package io.koobridge.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceResolution.Question;
import io.koobridge.events.inquiry.InstanceResolution.Questions;
import io.koobridge.events.inquiry.InstanceResolution.Resolutions;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ResolvingTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    @Test
    void everyOrderGetsTheInstanceThatIsItsOwn() {
        var resolving = resolving(asked -> new Resolutions(
                asked.questions().stream().map(ResolvingTest::active).toList()));

        var first = ask(resolving, "CS1");
        var second = ask(resolving, "CS2");

        assertThat(first.join()).isEqualTo(new Answer.Answered<>(active(question("CS1"))));
        assertThat(second.join()).isEqualTo(new Answer.Answered<>(active(question("CS2"))));
    }

    @Test
    void anotherNumberOfAnswersThanOfQuestionsIsNobodysAnswer() {
        var resolving = resolving(_ -> new Resolutions(List.of(InstanceResolution.UNKNOWN)));

        var first = ask(resolving, "CS1");
        var second = ask(resolving, "CS2");

        assertThat(List.of(first.join(), second.join()))
                .containsOnly(new Answer.Uncertain<>("1 answers to 2 questions"));
    }

    private static CompletableFuture<Answer<InstanceResolution>> ask(Resolving resolving, String orderId) {
        return resolving.ask(question(orderId), WITHIN).toFuture();
    }

    private static Question question(String orderId) {
        return new Question(InstanceKind.SAAS, new OrderKey(orderId, null, null));
    }

    private static InstanceResolution active(Question question) {
        return new InstanceResolution("kb-" + question.order().orderId(), Phase.ACTIVE, true, null);
    }

    private static Resolving resolving(Function<Questions, Resolutions> provisioning) {
        return new Resolving(new ServiceClient() {
            @Override
            public <T> Mono<Answer<T>> post(String path, Object body, Class<T> type, Duration within) {
                return Mono.just(new Answer.Answered<>(type.cast(provisioning.apply((Questions) body))));
            }
        });
    }
}
