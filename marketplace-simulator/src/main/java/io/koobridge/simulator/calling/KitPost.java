package io.koobridge.simulator.calling;

import io.koobridge.simulator.rules.Question;
import io.koobridge.simulator.rules.Reading;
import io.koobridge.simulator.rules.Reply;
import io.koobridge.simulator.rules.V1Verdict;
import io.koobridge.simulator.rules.Verdict;
import io.koobridge.simulator.signing.BodySign;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls of the joint-operations kit and enters them in the record. Nothing is repeated: people decide that (tenant-sync §4.5).
 * Blocks, so it is only for virtual threads.
 */
public final class KitPost {
    // Bodies may have megabytes, and the local stack gives the simulator little memory.
    private static final int AT_ONCE = 16;

    private final Transport transport = new Transport(AT_ONCE);
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final CallLog calls;
    private final Duration timeout;
    private final Clock clock;

    /** The clock is real time. */
    public KitPost(CallLog calls, Duration timeout, Clock clock) {
        this.calls = calls;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * A signed call.
     *
     * @param v1Key the key of its answer's signature; null: it need not be signed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    public record Sealed(
            String url,
            Map<String, String> headers,
            byte[] body,
            @Nullable String v1Key) {}

    /**
     * What a call shall be answered when something is wrong with it.
     *
     * @param resultCode null: success, all the same
     */
    public record Wrong(String fault, @Nullable String resultCode) {}

    /**
     * What came back.
     *
     * @param reason null: acknowledged
     */
    public record Heard(
            Instant sentAt,
            long millis,
            @Nullable Integer httpStatus,
            @Nullable String resultCode,
            @Nullable BodySign bodySign,
            @Nullable String reason) {

        public boolean acknowledged() {
            return reason == null;
        }
    }

    /**
     * Sends one call and waits for its answer.
     *
     * @param writer called when it is its turn, so that a call does not grow old while it waits
     */
    public Heard send(Call.About about, @Nullable Wrong wrong, Supplier<Sealed> writer) {
        turns.acquireUninterruptibly();
        try {
            Sealed sealed = writer.get();
            Instant sentAt = clock.instant();
            long start = System.nanoTime();
            Reply reply = transport.send(sealed.url(), sealed.headers(), sealed.body(), timeout);
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            Heard heard = heard(sealed, reply, sentAt, millis);
            calls.add(call(about, wrong, sealed, heard, reply));
            return heard;
        } finally {
            turns.release();
        }
    }

    private static Heard heard(Sealed sealed, Reply reply, Instant sentAt, long millis) {
        Reading reading = Reading.ofKit(reply);
        String key = sealed.v1Key();
        Verdict verdict = key == null
                ? Verdict.of(new Question.Done(), reading)
                : new V1Verdict(key).of(new Question.Done(), reply, reading);
        Reply.Answered answered = reply instanceof Reply.Answered whole ? whole : null;
        return new Heard(
                sentAt,
                millis,
                answered == null ? null : answered.status(),
                Exchange.resultCode(reading),
                answered == null || key == null ? null : BodySign.check(key, answered.bodySign(), answered.body()),
                verdict.reason());
    }

    private static Call call(Call.About about, @Nullable Wrong wrong, Sealed sealed, Heard heard, Reply reply) {
        String path = URI.create(sealed.url()).getRawPath();
        byte[] answer = reply instanceof Reply.Answered answered ? answered.body() : null;
        Call.Judged judged =
                Call.Judged.of(heard.resultCode(), heard.acknowledged() ? "ACKNOWLEDGED" : "FAILED", heard.reason());
        return new Call(
                Call.Direction.TO_SELLER,
                about,
                heard.sentAt(),
                heard.millis(),
                new Call.Request(sealed.url(), "POST " + path + " HTTP/1.1", Call.kept(sealed.body())),
                new Call.Response(heard.httpStatus(), Call.kept(answer), heard.bodySign()),
                wrong == null
                        ? judged
                        : new Call.Judged(
                                judged.resultCode(),
                                judged.verdict(),
                                judged.reason(),
                                wrong.fault(),
                                wrong.resultCode() == null ? "SUCCESS" : wrong.resultCode(),
                                wrong.resultCode() == null
                                        ? heard.acknowledged()
                                        : wrong.resultCode().equals(heard.resultCode())));
    }
}
