package io.koobridge.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.gateway.moment.CallLoop;
import io.koobridge.gateway.moment.Gathering;
import io.koobridge.runtime.outside.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class TogetherTest {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Duration> times = new ArrayList<>();
    private final List<List<Integer>> requests = new ArrayList<>();
    private final List<Sinks.One<Answer<List<String>>>> answers = new ArrayList<>();
    private final Together<Integer, String> together = new Together<>(4, (questions, within) -> {
        requests.add(questions);
        times.add(within);
        answers.add(Sinks.one());
        return answers.getLast().asMono();
    });

    @Test
    void whatIsAskedWithinAMomentGoesTogetherAndEachGetsItsOwnAnswer() {
        var first = ask(1);
        var second = ask(2);
        aMoment();
        answers.getFirst().tryEmitValue(new Answer.Answered<>(List.of("one", "two")));

        assertThat(requests).containsExactly(List.of(1, 2));
        assertThat(first).isCompletedWithValue(new Answer.Answered<>("one"));
        assertThat(second).isCompletedWithValue(new Answer.Answered<>("two"));
    }

    @Test
    void whatIsAskedLaterGoesInARequestOfItsOwnWithoutWaitingForTheFirst() {
        var first = ask(1);
        aMoment();
        var second = ask(2);
        aMoment();
        answers.get(1).tryEmitValue(new Answer.Answered<>(List.of("two")));

        assertThat(requests).containsExactly(List.of(1), List.of(2));
        assertThat(first).isNotDone();
        assertThat(second).isCompletedWithValue(new Answer.Answered<>("two"));
    }

    @Test
    void asManyAsGoInOneRequestWaitForNobody() {
        IntStream.rangeClosed(1, 4).forEach(this::isAsked);

        assertThat(requests).containsExactly(List.of(1, 2, 3, 4));
    }

    @Test
    void aRequestTakesNoMoreThanItMay() {
        IntStream.rangeClosed(1, 9).forEach(this::isAsked);
        aMoment();

        assertThat(requests).containsExactly(List.of(1, 2, 3, 4), List.of(5, 6, 7, 8), List.of(9));
    }

    @Test
    void anAnswerThatDidNotComeIsEverybodys() {
        var first = ask(1);
        var second = ask(2);
        aMoment();
        answers.getFirst().tryEmitValue(new Answer.Uncertain<>("late"));

        assertThat(first).isCompletedWithValue(new Answer.Uncertain<>("late"));
        assertThat(second).isCompletedWithValue(new Answer.Uncertain<>("late"));
    }

    @Test
    void aServiceThatHangsGetsNoMoreThanEightRequestsAndTheNextWhenOneEnds() {
        IntStream.rangeClosed(1, 4 * 8 + 1).forEach(this::isAsked);
        aMoment();
        assertThat(requests).hasSize(8);

        answers.getFirst().tryEmitValue(new Answer.Uncertain<>("late"));

        assertThat(requests).hasSize(9).last().isEqualTo(List.of(33));
    }

    @Test
    void whoseTimeIsOverWhenItsTurnComesIsNotAskedFor() {
        IntStream.rangeClosed(1, 4 * 8).forEach(this::isAsked);
        var impatient = ask(33, Duration.ofMillis(19));
        aMoment();
        answers.getFirst().tryEmitValue(new Answer.Uncertain<>("late"));

        assertThat(requests).hasSize(8);
        assertThat(impatient).isCompletedWithValue(new Answer.NotSent<>("too many requests are under way"));
    }

    @Test
    void aRequestTakesNoLongerThanTheOneWhoHasWaitedLongestWants() {
        var first = ask(1, Duration.ofSeconds(1));
        isAsked(2);
        aMoment();

        assertThat(first).isNotDone();
        assertThat(times).singleElement().satisfies(time -> assertThat(time)
                .isLessThanOrEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void whoCancelledIsNotAskedFor() {
        var gone = together.ask(1, AMPLE).contextWrite(CallLoop.within(time)).subscribe();
        isAsked(2);
        gone.dispose();
        aMoment();

        assertThat(requests).containsExactly(List.of(2));
    }

    @Test
    void moreThanCanWaitAreToldAtOnce() {
        int asked = 4 * 8;
        IntStream.rangeClosed(1, asked + 4096).forEach(this::isAsked);

        assertThat(ask(0)).isCompletedWithValue(new Answer.NotSent<>("4096 questions wait already"));
    }

    private CompletableFuture<Answer<String>> ask(int question) {
        return ask(question, AMPLE);
    }

    private CompletableFuture<Answer<String>> ask(int question, Duration within) {
        return together.ask(question, within)
                .contextWrite(CallLoop.within(time))
                .toFuture();
    }

    private void isAsked(int question) {
        var unused = ask(question);
    }

    private void aMoment() {
        time.advanceTimeBy(Gathering.MOMENT);
    }
}
