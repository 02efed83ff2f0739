package io.koobridge.gateway.command;

import io.koobridge.events.inquiry.LicenseReservation.Question;
import io.koobridge.events.inquiry.LicenseReservation.Questions;
import io.koobridge.events.inquiry.LicenseReservation.Reservations;
import io.koobridge.runtime.outside.Answer;
import io.koobridge.runtime.service.ServiceClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Asks for a place that nobody wants, from the start until somebody answers. The first question of a process takes many times as long as any other:
 * connections, classes, the service's first look into its store. An application's question has no time for that, and whoever applies is told {@code
 * 000005} without an answer and does not call again (license §2.4). Nothing waits for it.
 */
public final class FirstReservation implements SmartLifecycle {

    /** For the slowest start there is. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

    private final ServiceClient license;
    private final Duration pause;
    private volatile @Nullable Disposable asking;

    /**
     * Asks nothing yet.
     *
     * @param license a client of its own: a service that is still starting must not open the breaker of those who apply
     * @param pause between two questions while nobody answers
     */
    public FirstReservation(ServiceClient license, Duration pause) {
        this.license = license;
        this.pause = pause;
    }

    @Override
    public void start() {
        asking = Mono.defer(() -> license.post(
                        ServiceLicenses.RESERVE,
                        new Questions(List.of(Question.WARM_UP)),
                        Reservations.class,
                        ANSWERED_WITHIN))
                .filter(Answer.Answered.class::isInstance)
                .repeatWhenEmpty(unanswered -> unanswered.delayElements(pause))
                .subscribe();
    }

    @Override
    public void stop() {
        var current = asking;
        if (current != null) {
            current.dispose();
        }
        asking = null;
    }

    @Override
    public boolean isRunning() {
        return asking != null;
    }
}
