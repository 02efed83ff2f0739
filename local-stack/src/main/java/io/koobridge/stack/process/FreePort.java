package io.koobridge.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds loopback ports, and says who has one that is taken. */
public final class FreePort {

    /** Below what systems hand out for outgoing connections: one of those could take the port before its user does. */
    private static final int FIRST = 20_000;

    private static final int PAST_LAST = 32_000;
    private static final int TRIES = 1_000;
    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** A port that was free a moment ago, and that this process has not handed out before: who got that one may not listen yet. */
    public static int next() {
        return nextBeside(List.of());
    }

    /**
     * The same.
     *
     * @param others that were not handed out here, and that somebody will listen on
     */
    public static int nextBeside(Collection<Integer> others) {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, PAST_LAST)
                .filter(port -> !others.contains(port))
                .filter(FreePort::isFree)
                .filter(HANDED_OUT::add)
                .findFirst()
                .orElseThrow(
                        () -> new StackFailure("No free port on 127.0.0.1 among %d to %d".formatted(FIRST, PAST_LAST)));
    }

    /**
     * Refuses ports that somebody else has.
     *
     * @param user who wants the ports, for the message
     * @throws StackFailure naming each port that is taken, its owner where the system tells, and the variable that moves it
     */
    static void requireFree(String user, List<Port> ports) {
        var taken = ports.stream().filter(port -> !isFree(port.number())).toList();
        if (taken.isEmpty()) {
            return;
        }
        var message = new StringBuilder();
        for (Port port : taken) {
            message.append("Port %d, which the %s needs, is taken by %s. Stop that, or choose another with %s."
                    .formatted(port.number(), user, PortOwner.of(port.number()), port.variable()));
            message.append('\n');
        }
        throw new StackFailure(message.toString().stripTrailing());
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
