package io.koobridge.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.inquiry.InstanceResolution;
import io.koobridge.events.inquiry.InstanceResolution.Question;
import io.koobridge.events.inquiry.InstanceResolution.Questions;
import io.koobridge.events.instance.InstanceKind;
import io.koobridge.events.instance.OrderKey;
import io.koobridge.events.instance.Phase;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class OrderInquiryTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    @Test
    void everyOrderGetsTheInstanceThatIsItsOwn() {
        var inquiry = inquiry(asked ->
                asked.questions().stream().map(OrderInquiryTest::active).toList());

        var first = ask(inquiry, "CS1");
        var second = ask(inquiry, "CS2");

        assertThat(first.join()).isEqualTo(new Answer.Answered<>(active(question("CS1"))));
        assertThat(second.join()).isEqualTo(new Answer.Answered<>(active(question("CS2"))));
    }

    @Test
    void anotherNumberOfAnswersThanOfQuestionsIsNobodysAnswer() {
        var inquiry = inquiry(_ -> List.of(InstanceResolution.UNKNOWN));

        var first = ask(inquiry, "CS1");
        var second = ask(inquiry, "CS2");

        assertThat(List.of(first.join(), second.join()))
                .containsOnly(new Answer.Uncertain<>("1 answers to 2 questions"));
    }

    private static CompletableFuture<Answer<InstanceResolution>> ask(
            OrderInquiry<InstanceResolution> inquiry, String orderId) {
        return inquiry.ask(question(orderId), WITHIN).toFuture();
    }

    private static Question question(String orderId) {
        return new Question(InstanceKind.SAAS, new OrderKey(orderId, null, null));
    }

    private static InstanceResolution active(Question question) {
        return new InstanceResolution("kb-" + question.order().orderId(), Phase.ACTIVE, true, null);
    }

    private static OrderInquiry<InstanceResolution> inquiry(
            Function<Questions, List<InstanceResolution>> provisioning) {
        return new OrderInquiry<>((questions, _) -> Mono.just(new Answer.Answered<>(provisioning.apply(questions))));
    }
}
