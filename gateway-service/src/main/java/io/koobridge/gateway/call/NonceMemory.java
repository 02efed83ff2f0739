package io.koobridge.gateway.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.koobridge.crypto.mac.MacTag;
import io.koobridge.gateway.dialect.Answer;
import io.koobridge.gateway.dialect.Once;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the nonces of verified calls, with their answers (saas-v2 §7.5 step 5, design §10 "same nonce again"). For 120 s: as long as a time
 * stamp can be good on both sides of its window. Only whoever has a key can fill it; then the oldest are forgotten, and a repetition is
 * processed again, which every command bears.
 */
public final class NonceMemory {

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final int ENTRY_BYTES = 256;

    private final Cache<Key, Entry> calls;

    public NonceMemory(Ticker ticker) {
        calls = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(KEPT)
                .maximumWeight(MOST_BYTES)
                .<Key, Entry>weigher(
                        (key, entry) -> ENTRY_BYTES + 2 * key.nonce().length() + entry.bytes())
                .build();
    }

    /** Whether a call came before. */
    sealed interface Recall {

        /** Never, or it failed, or it is being answered right now: to be processed, and then {@link #keep kept}. */
        record ToDo() implements Recall {}

        /** It did, and this was the answer. */
        record Done(Answer answer) implements Recall {}

        /** Something else came with this nonce. */
        record Replayed() implements Recall {}
    }

    private record Key(String keyId, String nonce) {}

    private record Entry(MacTag signature, @Nullable Answer answer) {

        int bytes() {
            return answer == null ? 0 : answer.json().length;
        }
    }

    Recall recall(Once once) {
        var before = calls.asMap().putIfAbsent(key(once), new Entry(once.signature(), null));
        if (before == null) {
            return new Recall.ToDo();
        }
        if (!before.signature().equals(once.signature())) {
            return new Recall.Replayed();
        }
        return before.answer() == null ? new Recall.ToDo() : new Recall.Done(before.answer());
    }

    /** A failure is not worth keeping: the repetition deserves another try. */
    void keep(Once once, Answer answer) {
        if (!answer.failed()) {
            calls.put(key(once), new Entry(once.signature(), answer));
        }
    }

    /** How much is held now, about. */
    long bytes() {
        calls.cleanUp();
        return calls.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private static Key key(Once once) {
        return new Key(once.keyId(), once.nonce());
    }
}
