package io.koobridge.gateway.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.Weigher;
import io.koobridge.crypto.callback.v2.SignatureParameters;
import io.koobridge.crypto.mac.MacTag;
import io.koobridge.gateway.dialect.CallAnswer;
import io.koobridge.gateway.dialect.Once;
import java.time.Duration;

/**
 * Remembers the nonces of verified calls, and their answers apart from them, so that large answers expel no nonce (saas-v2 §7.5 step 5, design
 * §10 "same nonce again"). Only whoever has a key can fill it. Then some are forgotten, not necessarily the oldest: a repetition of such a call
 * is processed again, which every command bears.
 */
public final class NonceMemory {

    /**
     * As long as a time stamp can be good, which is on both sides of its window and until the body is there; the rest is for clocks that move
     * while we wait.
     */
    static final Duration KEPT = SignatureParameters.WINDOW
            .multipliedBy(2)
            .plus(IncomingBody.READ_WITHIN)
            .plusSeconds(1);

    /** Of each of the two: some 50,000 nonces. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private static final int ENTRY_BYTES = 256;

    private final Cache<Key, MacTag> signatures;
    private final Cache<Key, CallAnswer> answers;

    public NonceMemory(Ticker ticker) {
        signatures = cache(ticker, (key, _) -> bytes(key));
        answers = cache(ticker, (key, answer) -> bytes(key) + answer.json().length);
    }

    /** Whether a call came before. */
    sealed interface Recall {

        /** Never, or it failed, or it is being answered right now: to be processed, and then {@link #keep kept}. */
        record ToDo() implements Recall {}

        /** It did, and this was the answer. */
        record Done(CallAnswer answer) implements Recall {}

        /** Something else came with this nonce. */
        record Replayed() implements Recall {}
    }

    /** One key may stand at two addresses, and a call is made to one. */
    private record Key(String address, String keyId, String nonce) {

        Key(String address, Once once) {
            this(address, once.keyId(), once.nonce());
        }
    }

    /** @param address the path of the production address that was called */
    Recall recall(String address, Once once) {
        var key = new Key(address, once);
        var before = signatures.asMap().putIfAbsent(key, once.signature());
        if (before == null) {
            return new Recall.ToDo();
        }
        if (!before.equals(once.signature())) {
            return new Recall.Replayed();
        }
        var answer = answers.getIfPresent(key);
        return answer == null ? new Recall.ToDo() : new Recall.Done(answer);
    }

    /**
     * Keeps an answer and says which one to give: the one that is kept already, when the same call was made several times at once. A failure is
     * not worth keeping: the repetition deserves another try.
     */
    CallAnswer keep(String address, Once once, CallAnswer answer) {
        if (answer.failed()) {
            return answer;
        }
        var kept = answers.asMap().putIfAbsent(new Key(address, once), answer);
        return kept == null ? answer : kept;
    }

    /** How much is held now, about. */
    long bytes() {
        return bytes(signatures) + bytes(answers);
    }

    private static <V> Cache<Key, V> cache(Ticker ticker, Weigher<Key, V> weigher) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                // What an entry costs others is little, and less than waking a thread that does it.
                .executor(Runnable::run)
                .expireAfterWrite(KEPT)
                .maximumWeight(MOST_BYTES)
                .weigher(weigher)
                .build();
    }

    private static int bytes(Key key) {
        return ENTRY_BYTES + 2 * key.nonce().length();
    }

    private static long bytes(Cache<?, ?> cache) {
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
