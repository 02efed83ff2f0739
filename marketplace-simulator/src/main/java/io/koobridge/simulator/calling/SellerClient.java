package io.koobridge.simulator.calling;

import io.koobridge.simulator.rules.Reply;
import io.koobridge.simulator.rules.V1Verdict;
import io.koobridge.simulator.signing.BodySign;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Sends letters to the seller. Blocks, so it is only for virtual threads; at most {@value #AT_ONCE} calls are under way, and
 * waiting for one's turn does not count against the time-out.
 */
public final class SellerClient {
    private static final int AT_ONCE = 256;

    private final Settings settings;
    private final Transport transport;
    private final OddTransport odd;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    public SellerClient(Settings settings, Clock clock) {
        this.settings = settings;
        this.transport = new Transport(AT_ONCE);
        this.odd = new OddTransport();
        this.clock = clock;
    }

    V1Verdict verdict(Channel channel) {
        return new V1Verdict(settings.key(channel));
    }

    /** @param writer called when it is its turn: a letter that was signed before it waited would be too old when it is sent */
    Exchange send(Supplier<Sealed> writer) {
        turns.acquireUninterruptibly();
        try {
            Sealed sealed = writer.get();
            Letter letter = sealed.letter();
            Duration timeout = settings.timeout(letter.channel());
            Instant sentAt = clock.instant();
            long start = System.nanoTime();
            Reply reply =
                    letter.line() == null ? transport.send(letter, timeout) : odd.send(letter, letter.line(), timeout);
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            BodySign bodySign = reply instanceof Reply.Answered answered
                    ? BodySign.check(settings.key(letter.channel()), answered.bodySign(), answered.body())
                    : null;
            return new Exchange(sealed, sentAt, millis, reply, bodySign);
        } finally {
            turns.release();
        }
    }
}
