package io.koobridge.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports that nobody listens on. No port is handed out twice in one JVM. */
public final class FreePorts {

    /** Below what systems hand out for outgoing connections: one of those could take the port before its user does. */
    private static final int FIRST = 20_000;

    private static final int PAST_LAST = 32_000;
    private static final int TRIES = 1_000;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    /** A port that was free a moment ago. */
    public static int next() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, PAST_LAST)
                .filter(FreePorts::isFree)
                .filter(HANDED_OUT::add)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no free port on the loopback address among %d to %d".formatted(FIRST, PAST_LAST)));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
