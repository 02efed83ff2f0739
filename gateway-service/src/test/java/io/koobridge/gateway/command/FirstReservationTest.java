package io.koobridge.gateway.command;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.events.Reason;
import io.koobridge.events.inquiry.LicenseReservation;
import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.events.inquiry.LicenseReservation.Questions;
import io.koobridge.events.inquiry.LicenseReservation.Reservations;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FirstReservationTest {

    private static final Reservations ANSWERED =
            new Reservations(List.of(LicenseReservation.refused(Reason.UNKNOWN_INSTANCE)));

    private final List<Object> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch answered = new CountDownLatch(1);

    @Test
    void isAskedUntilSomebodyAnswersAndNotAgain() throws Exception {
        var first = new FirstReservation(new Starting(), Duration.ofMillis(1));

        first.start();

        assertThat(answered.await(10, SECONDS)).isTrue();
        assertThat(asked).hasSize(3).containsOnly(new Questions(List.of(Question.WARM_UP)));
        first.stop();
        assertThat(first.isRunning()).isFalse();
    }

    /** Answers the third question. */
    private final class Starting implements ServiceClient {

        @Override
        public <T> Mono<Answer<T>> post(String path, Object body, Class<T> type, Duration within) {
            asked.add(body);
            return asked.size() < 3
                    ? Mono.just(new Answer.NotSent<>("nobody listens"))
                    : Mono.<Answer<T>>just(new Answer.Answered<>(type.cast(ANSWERED)))
                            .doFinally(_ -> answered.countDown());
        }
    }
}
