package io.koobridge.gateway.call;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.gateway.command.Deadline;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Dialects;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.UnverifiedCall;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes a call on a production address to its answer (design §3). There always is one, and operators hear of it. */
public final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    /** From the last byte of the body; the answer is out within 3 s in every case. */
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(2700);

    private final Dialects dialects;
    private final Conversation conversation;
    private final CallbackLog log;
    private final Clock clock;

    public Callbacks(Dialects dialects, Conversation conversation, CallbackLog log, Clock clock) {
        this.dialects = dialects;
        this.conversation = conversation;
        this.log = log;
        this.clock = clock;
    }

    /** Always ends with a value, never with an error signal. */
    public Mono<Ending> take(CallHead head, IncomingBody body) {
        long began = System.nanoTime();
        var dialect = dialects.of(head);
        return Mono.defer(() -> open(head, dialect, body))
                .onErrorResume(unexpected -> {
                    LOG.atError()
                            .addKeyValue("address", head.address().path())
                            .setCause(unexpected)
                            .log("A call could not be processed");
                    return Mono.just(Ending.stranger(head, dialect, Refusal.BROKEN));
                })
                .doOnNext(ending -> log.ended(head.address(), ending, Duration.ofNanos(System.nanoTime() - began)));
    }

    private Mono<Ending> open(CallHead head, Dialect dialect, IncomingBody body) {
        if (!dialect.speaks(head)) {
            return Mono.just(Ending.stranger(head, dialect, Refusal.METHOD));
        }
        return switch (dialect.open(head, clock.instant())) {
            case Opening.Refused(var rejection) -> reject(head, dialect, rejection);
            case Opening.Credible(var call) ->
                body.read(dialect.longestBody()).flatMap(read -> switch (read) {
                    case BodyRead.GivenUp(var why) -> Mono.just(Ending.stranger(head, dialect, why));
                    case BodyRead.Complete(var bytes) -> verify(head, dialect, call, bytes);
                });
        };
    }

    private Mono<Ending> verify(CallHead head, Dialect dialect, UnverifiedCall call, byte[] body) {
        var deadline = Deadline.in(ANSWER_WITHIN);
        return switch (call.verify(body, clock.instant())) {
            case Authenticity.Refused(var rejection) -> reject(head, dialect, rejection);
            case Authenticity.Authentic(var verified) -> {
                log.keyUsed(verified.key());
                yield conversation.hold(head, dialect, verified, deadline);
            }
        };
    }

    private Mono<Ending> reject(CallHead head, Dialect dialect, Rejection rejection) {
        log.rejected(rejection);
        return Mono.just(Ending.stranger(head, dialect, Refusal.of(rejection)));
    }
}
