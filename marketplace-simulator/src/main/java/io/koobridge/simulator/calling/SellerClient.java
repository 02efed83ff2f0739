package io.koobridge.simulator.calling;

import io.koobridge.simulator.rules.Reply;
import io.koobridge.simulator.signing.BodySign;
import io.koobridge.simulator.signing.CallbackSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * Signs a body and sends it to the seller. Blocks, so it is only for virtual threads; at most {@value #AT_ONCE} calls are under way, and
 * waiting for one's turn does not count against the time-out. Signatures use the real clock.
 */
public final class SellerClient {
    private static final int AT_ONCE = 256;

    private final Settings settings;
    private final Transport transport;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    public SellerClient(Settings settings, Ids ids, Clock clock) {
        this.settings = settings;
        this.transport = new Transport(AT_ONCE, settings.answerTimeout());
        this.ids = ids;
        this.clock = clock;
    }

    Exchange send(byte[] body) {
        turns.acquireUninterruptibly();
        try {
            Instant sentAt = clock.instant();
            CallbackSignature signature =
                    CallbackSignature.of(settings.keyBase(), body, String.valueOf(sentAt.toEpochMilli()), ids.nonce());
            String url = settings.saasAddress() + "?" + signature.query();
            long start = System.nanoTime();
            Reply reply = transport.post(url, body);
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            BodySign bodySign = reply instanceof Reply.Answered answered
                    ? BodySign.check(settings.keyBase(), answered.bodySign(), answered.body())
                    : null;
            return new Exchange(url, sentAt, millis, body, reply, bodySign);
        } finally {
            turns.release();
        }
    }
}
