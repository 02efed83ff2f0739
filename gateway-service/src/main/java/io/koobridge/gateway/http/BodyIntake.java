package io.koobridge.gateway.http;

import io.koobridge.gateway.call.BodyRead;
import io.koobridge.gateway.call.IncomingBody;
import io.koobridge.gateway.command.Refusal;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Collects a body within its limits. What comes after a limit is thrown away as it comes, for a while: a connection that is closed over
 * unread bytes is reset, and the caller would never see the answer.
 *
 * <p>Bytes arrive on the connection's event loop, where the time-outs run too; a caller that hangs up may be told elsewhere. Whoever ends the collecting says what became
 * of it.
 *
 * <p>The budget counts the bytes that came. While a body grows it may take up to three times that; its declared length is not trusted with memory
 * before the bytes are there.
 */
final class BodyIntake extends BaseSubscriber<DataBuffer> implements IncomingBody {

    /** Twice the longest body that any edition has. */
    private static final int MOST_THROWN_AWAY = 16 * 1024 * 1024;

    private static final Duration THROWN_AWAY_FOR = Duration.ofSeconds(1);

    private final ServerHttpRequest request;
    private final BodyBudget budget;
    private final BooleanSupplier unreadable;
    private final Scheduler loop;
    private final Sinks.One<BodyRead> result = Sinks.one();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicBoolean collecting = new AtomicBoolean();

    private volatile ByteArrayOutputStream collected = new ByteArrayOutputStream(0);
    private int longest;
    private int thrownAway;
    private volatile boolean ended;
    private volatile boolean givenUp;

    /**
     * Nothing is read yet.
     *
     * @param unreadable whether what came was no HTTP any more; then what looks like the end is none
     * @param loop for the body's time-out
     */
    BodyIntake(ServerHttpRequest request, BodyBudget budget, BooleanSupplier unreadable, Scheduler loop) {
        this.request = request;
        this.budget = budget;
        this.unreadable = unreadable;
        this.loop = loop;
        this.ended = hasNoBody(request.getHeaders()) && !unreadable.getAsBoolean();
    }

    @Override
    public Mono<BodyRead> read(int most) {
        if (request.getHeaders().getContentLength() > most) {
            givenUp = true;
            return Mono.just(new BodyRead.GivenUp(Refusal.TOO_LONG));
        }
        longest = most;
        collecting.set(true);
        return result.asMono()
                .doOnSubscribe(_ -> request.getBody().subscribe(this))
                .timeout(
                        READ_WITHIN,
                        Mono.defer(() -> {
                            giveUp(Refusal.TOO_SLOW);
                            return result.asMono();
                        }),
                        loop);
    }

    /** Whether the connection can go on: the body has arrived, and nothing about it was amiss. */
    boolean leavesConnectionUsable() {
        return ended && !givenUp;
    }

    /** Throws away what is still to come, within reason. To be subscribed to when the answer is out. */
    Mono<Void> remainder() {
        return Mono.defer(() -> {
                    if (upstream() == null) {
                        request.getBody().subscribe(this);
                    }
                    return end.asMono();
                })
                .timeout(THROWN_AWAY_FOR, Mono.fromRunnable(this::cancel), loop);
    }

    /** The body is not needed any more. */
    void release() {
        budget.giveBack(held.getAndSet(0));
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    protected void hookOnNext(DataBuffer buffer) {
        try {
            int size = buffer.readableByteCount();
            if (!collecting.get()) {
                throwAway(size);
            } else if (held.get() + size > longest) {
                giveUp(Refusal.TOO_LONG);
            } else if (!budget.take(size)) {
                giveUp(Refusal.NO_ROOM);
            } else {
                held.addAndGet(size);
                var bytes = new byte[size];
                buffer.read(bytes);
                collected.writeBytes(bytes);
            }
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private void throwAway(int size) {
        thrownAway += size;
        if (thrownAway > MOST_THROWN_AWAY) {
            cancel();
            end.tryEmitEmpty();
        }
    }

    @Override
    protected void hookOnComplete() {
        ended = !unreadable.getAsBoolean();
        if (!ended) {
            giveUp(Refusal.UNREADABLE);
        } else if (collecting.getAndSet(false)) {
            var whole = collected.toByteArray();
            collected = new ByteArrayOutputStream(0);
            result.tryEmitValue(new BodyRead.Complete(whole));
        }
        end.tryEmitEmpty();
    }

    /** The caller is gone. */
    @Override
    protected void hookOnError(Throwable broken) {
        giveUp(Refusal.UNREADABLE);
        end.tryEmitEmpty();
    }

    private void giveUp(Refusal refusal) {
        if (collecting.getAndSet(false)) {
            givenUp = true;
            collected = new ByteArrayOutputStream(0);
            release();
            result.tryEmitValue(new BodyRead.GivenUp(refusal));
        }
    }

    private static boolean hasNoBody(HttpHeaders headers) {
        return headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }
}
