package io.koobridge.crypto.key;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * The keys of one purpose in their configured order. The first is the one to sign with when nothing else decides; all that are active may
 * verify, so that an old and a new key work side by side during a change-over.
 */
public record KeyRing(List<AccessKey> keys) {

    public KeyRing {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring needs at least one access key");
        }
        var ids = new HashSet<String>();
        for (AccessKey key : keys) {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("two access keys of one ring have the id '" + key.id() + "'");
            }
        }
    }

    public static KeyRing of(AccessKey... keys) {
        return new KeyRing(List.of(keys));
    }

    /** The keys that may verify now, in order; empty when all have ended. */
    public List<AccessKey> active(Instant now) {
        return keys.stream().filter(key -> key.isActive(now)).toList();
    }

    /** The key that signs an answer to a call which no key verified; it does so even after its end. */
    public AccessKey first() {
        return keys.getFirst();
    }
}
