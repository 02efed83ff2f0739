package io.koobridge.simulator.calling;

import io.koobridge.simulator.fault.Reorder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Letters that are signed and not yet sent. There is at most one per open step. */
final class HeldBack {
    private final Map<Key, Kept> letters = new ConcurrentHashMap<>();

    private record Key(String orderId, int number) {}

    record Kept(Sealed sealed, Reorder reorder) {}

    void put(String orderId, int number, Kept kept) {
        letters.put(new Key(orderId, number), kept);
    }

    /** Whoever takes it sends it. */
    Optional<Kept> take(String orderId, int number) {
        return Optional.ofNullable(letters.remove(new Key(orderId, number)));
    }

    /** The steps of that purchase before this one that are held back. */
    List<Integer> before(String orderId, int number) {
        return letters.keySet().stream()
                .filter(key -> key.orderId().equals(orderId) && key.number() < number)
                .map(Key::number)
                .toList();
    }
}
