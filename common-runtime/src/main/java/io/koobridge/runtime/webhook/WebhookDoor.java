package io.koobridge.runtime.webhook;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.REQUEST_TIMEOUT;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.koobridge.crypto.webhook.WebhookVerification.Reason;
import io.koobridge.crypto.webhook.WebhookVerification.Rejected;
import io.koobridge.crypto.webhook.WebhookVerification.Verified;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * A public door for one service of the seller's: reads what is posted, within limits, and lets through what is signed as agreed.
 * Everything else is answered here (RFC 9457).
 */
public final class WebhookDoor {

    private static final Logger log = LoggerFactory.getLogger(WebhookDoor.class);

    /** Nobody is known before the body was read, so all that are read at once have a limit too. */
    private static final int AT_ONCE = 128;

    private final Owner owner;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final BoundedBody body;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Whose door it is.
     *
     * @param name as sentences have it: {@code product}
     */
    public record Owner(String name, WebhookSecrets secrets) {}

    /** What is done with a message that is signed as agreed. */
    @FunctionalInterface
    public interface Inside {
        Mono<ServerResponse> take(byte[] body, String messageId);
    }

    public WebhookDoor(Owner owner, Clock clock, MeterRegistry metrics, BoundedBody body) {
        this.owner = owner;
        this.clock = clock;
        this.metrics = metrics;
        this.body = body;
    }

    /** Never an error signal of its own. */
    public Mono<ServerResponse> answer(ServerRequest request, Inside inside) {
        if (!owner.secrets().present()) {
            return DoorProblem.of(NOT_FOUND, "No %s is configured that could send results.".formatted(owner.name()))
                    .answer();
        }
        if (!places.tryAcquire()) {
            return DoorProblem.of(SERVICE_UNAVAILABLE, "Too many results at once; send it again.")
                    .answerAndClose();
        }
        return body.of(request)
                .flatMap(bytes -> verified(request, bytes, inside))
                .onErrorResume(DataBufferLimitException.class, _ -> DoorProblem.of(
                                CONTENT_TOO_LARGE, "A result has at most %d KiB.".formatted(body.largest() / 1024))
                        .answerAndClose())
                .onErrorResume(BoundedBody.NotArrivedException.class, _ -> DoorProblem.of(
                                REQUEST_TIMEOUT, "The body did not arrive in time.")
                        .answerAndClose())
                .doFinally(_ -> places.release());
    }

    private Mono<ServerResponse> verified(ServerRequest request, byte[] bytes, Inside inside) {
        return switch (owner.secrets().verify(request.headers()::firstHeader, bytes, clock.instant())) {
            case Verified(var id, var _) -> inside.take(bytes, id);
            case Rejected(var reason) -> {
                metrics.counter(
                                "koobridge.signature.rejected",
                                "reason",
                                reason.name().toLowerCase(Locale.ROOT))
                        .increment();
                log.atWarn()
                        .addKeyValue("system", owner.name())
                        .addKeyValue("reason", reason)
                        .log("a result was not signed as agreed");
                yield DoorProblem.of(UNAUTHORIZED, sentence(reason)).answer();
            }
        };
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case HEADER_MISSING -> "webhook-id, webhook-timestamp and webhook-signature are needed.";
            case TIMESTAMP_NOT_A_NUMBER -> "webhook-timestamp must be Unix time in whole seconds.";
            case TOO_OLD, IN_THE_FUTURE -> "webhook-timestamp is more than 5 minutes off: compare the clocks.";
            case SIGNATURE_MISMATCH ->
                "webhook-signature is not of this body: compare the secret, and sign the bytes that are sent.";
        };
    }
}
