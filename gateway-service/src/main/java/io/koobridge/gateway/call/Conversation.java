package io.koobridge.gateway.call;

import io.koobridge.events.TraceContext;
import io.koobridge.gateway.command.Circumstances;
import io.koobridge.gateway.command.Command;
import io.koobridge.gateway.command.Commands;
import io.koobridge.gateway.command.Deadline;
import io.koobridge.gateway.command.Refusal;
import io.koobridge.gateway.command.Reply;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.CallHead;
import io.koobridge.gateway.dialect.Translation;
import io.koobridge.gateway.moment.CallLoop;
import io.koobridge.runtime.trace.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What happens to a call once it is certain who called: understand it, do it unless it was done, answer in time. */
public final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final Commands commands;
    private final NonceMemory nonces;
    private final CallbackLog log;

    public Conversation(Commands commands, NonceMemory nonces, CallbackLog log) {
        this.commands = commands;
        this.nonces = nonces;
        this.log = log;
    }

    Mono<Ending> hold(Heard heard, Deadline deadline, TraceContext trace) {
        var head = heard.head();
        var call = heard.call();
        var translation = heard.translation();
        var circumstances =
                new Circumstances(head.address(), call.signedAt(), head.receivedAt(), trace.toString(), deadline);
        return switch (recall(heard)) {
            case NonceMemory.Recall.Replayed _ -> {
                log.replayed();
                yield Mono.just(Ending.refused(heard, Refusal.REPLAYED));
            }
            case NonceMemory.Recall.Done(var answer) ->
                Mono.just(Ending.repeated(answer, call, subject(translation, circumstances), translation.activity()));
            case NonceMemory.Recall.ToDo _ ->
                reply(translation, circumstances, head)
                        .contextWrite(Trace.within(trace).andThen(CallLoop.within(head.loop())))
                        .map(reply -> {
                            var answer = keep(heard, heard.dialect().answer(reply, head.address(), call.key()));
                            var subject = subject(translation, reply, circumstances);
                            return Ending.answered(answer, call, subject, translation, reply);
                        });
        };
    }

    private Mono<Reply> reply(Translation translation, Circumstances circumstances, CallHead head) {
        return switch (translation) {
            case Translation.NotUnderstood notUnderstood ->
                Mono.just(new Reply.Refused(Refusal.notUnderstood(notUnderstood.why())));
            case Translation.Understood understood -> carryOut(understood.command(), circumstances, head);
            case Translation.Rehearsed rehearsed -> Mono.just(rehearsed.reply());
        };
    }

    private Mono<Reply> carryOut(Command command, Circumstances circumstances, CallHead head) {
        return Mono.defer(() -> commands.carryOut(command, circumstances))
                .timeout(
                        circumstances.deadline().remaining(),
                        Mono.fromSupplier(() -> new Reply.Refused(Refusal.LATE)),
                        head.loop())
                // Off the threads that belong to Kafka's and other connections' work.
                .publishOn(head.loop())
                .onErrorResume(unexpected -> {
                    Trace.on(LOG.atError(), TraceContext.of(circumstances.traceparent()))
                            .addKeyValue(head.subjectKey(), commands.subject(command, circumstances))
                            .setCause(unexpected)
                            .log("A call could not be carried out");
                    return Mono.just(new Reply.Refused(Refusal.BROKEN));
                });
    }

    private NonceMemory.Recall recall(Heard heard) {
        return heard.call()
                .once()
                .map(once -> nonces.recall(heard.head().address().path(), once))
                .orElseGet(NonceMemory.Recall.ToDo::new);
    }

    private CallAnswer keep(Heard heard, CallAnswer answer) {
        return heard.call()
                .once()
                .map(once -> nonces.keep(heard.head().address().path(), once, answer))
                .orElse(answer);
    }

    /** An imported instance is not called what its order would be called. */
    private String subject(Translation translation, Reply reply, Circumstances circumstances) {
        if (!(translation instanceof Translation.Understood)) {
            return subject(translation, circumstances);
        }
        return switch (reply) {
            case Reply.Purchased purchased -> purchased.instanceId();
            case Reply.Obtained obtained -> obtained.instanceId();
            default -> subject(translation, circumstances);
        };
    }

    private String subject(Translation translation, Circumstances circumstances) {
        return switch (translation) {
            case Translation.Understood understood -> commands.subject(understood.command(), circumstances);
            // Whatever a debugging call names is nobody's.
            case Translation.Rehearsed _, Translation.NotUnderstood _ ->
                circumstances.address().path();
        };
    }
}
