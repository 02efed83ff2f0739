package io.koobridge.gateway.call;

import io.koobridge.crypto.callback.Rejection;
import io.koobridge.gateway.command.Deadline;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.dialect.Authenticity;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Dialect;
import io.koobridge.gateway.dialect.Dialects;
import io.koobridge.gateway.dialect.Opening;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.dialect.UnverifiedCall;
import io.koobridge.runtime.trace.Trace;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
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
    private final Lanes lanes = new Lanes();

    public Callbacks(Dialects dialects, Conversation conversation, CallbackLog log, Clock clock) {
        this.dialects = dialects;
        this.conversation = conversation;
        this.log = log;
        this.clock = clock;
    }

    /** Ends with a value, whatever happens once the address's dialect is known. */
    public Mono<Ending> take(CallHead head, IncomingBody body) {
        return Mono.defer(() -> {
            var dialect = dialects.of(head);
            var open = new OpenCall(head, dialect, log);
            return Mono.defer(() -> begin(head, dialect, body, open))
                    .onErrorResume(unexpected -> {
                        tell(open, head, unexpected);
                        return Mono.just(Ending.stranger(head, dialect, Refusal.BROKEN));
                    })
                    .doOnNext(open::answered)
                    .doOnCancel(open::callerGone);
        });
    }

    private Mono<Ending> begin(CallHead head, Dialect dialect, IncomingBody body, OpenCall open) {
        if (!dialect.speaks(head)) {
            return Mono.just(Ending.stranger(head, dialect, Refusal.METHOD));
        }
        return switch (dialect.open(head, clock.instant())) {
            case Opening.Refused(var rejection) -> reject(head, dialect, rejection);
            case Opening.Credible(var call) ->
                body.read(dialect.longestBody()).flatMap(read -> switch (read) {
                    case BodyRead.GivenUp(var why) -> Mono.just(Ending.stranger(head, dialect, why));
                    case BodyRead.Complete(var bytes) -> verified(call, bytes, head, dialect, open);
                });
        };
    }

    private Mono<Ending> verified(UnverifiedCall call, byte[] body, CallHead head, Dialect dialect, OpenCall open) {
        var turn = new Turn(lanes.of(head, body.length), Deadline.in(ANSWER_WITHIN));
        return call.costly()
                ? turn.read(() -> call.verify(body, clock.instant()), head).flatMap(read -> switch (read) {
                    case CostlyReading.Read.Done<Authenticity>(var authenticity) ->
                        verified(authenticity, head, dialect, turn, open);
                    case CostlyReading.Read.Refused<Authenticity>(var refusal) ->
                        Mono.just(Ending.stranger(head, dialect, refusal));
                })
                : verified(call.verify(body, clock.instant()), head, dialect, turn, open);
    }

    private Mono<Ending> verified(Authenticity authenticity, CallHead head, Dialect dialect, Turn turn, OpenCall open) {
        return switch (authenticity) {
            case Authenticity.Refused(var rejection) -> reject(head, dialect, rejection);
            case Authenticity.Authentic(var call) -> {
                log.keyUsed(head.address(), call.key());
                var known = new Known(head, dialect, call);
                open.authentic(known);
                yield call.costly()
                        ? aside(known, turn, open)
                        : heard(known.read(call.translate()), turn.deadline(), open);
            }
        };
    }

    private Mono<Ending> aside(Known known, Turn turn, OpenCall open) {
        return turn.read(known.call()::translate, known.head()).flatMap(read -> switch (read) {
            case CostlyReading.Read.Done<Translation>(var translation) ->
                heard(known.read(translation), turn.deadline(), open);
            case CostlyReading.Read.Refused<Translation>(var refusal) -> Mono.just(Ending.unread(known, refusal));
        });
    }

    private Mono<Ending> heard(Heard heard, Deadline deadline, OpenCall open) {
        open.heard(heard);
        return hold(heard, deadline.plus(heard.held()), open);
    }

    /** The marketplace gets a defect signed with its own key, and operators learn what the call was about. */
    private Mono<Ending> hold(Heard heard, Deadline deadline, OpenCall open) {
        return Mono.defer(() -> conversation.hold(heard, deadline, open.trace()))
                .onErrorResume(unexpected -> {
                    tell(open, heard.head(), unexpected);
                    return Mono.just(Ending.refused(heard, Refusal.BROKEN));
                });
    }

    private Mono<Ending> reject(CallHead head, Dialect dialect, Rejection rejection) {
        log.rejected(rejection);
        return Mono.just(Ending.stranger(head, dialect, Refusal.of(rejection)));
    }

    private static void tell(OpenCall open, CallHead head, Throwable unexpected) {
        Trace.on(LOG.atError(), open.trace())
                .addKeyValue("address", head.address().path())
                .setCause(unexpected)
                .log("A call could not be processed");
    }

    /** Where a call is read if that is costly, and until when it must be answered. */
    private record Turn(CostlyReading lane, Deadline deadline) {

        <T> Mono<CostlyReading.Read<T>> read(Callable<T> work, CallHead head) {
            return lane.read(work, head.loop(), deadline);
        }
    }
}
