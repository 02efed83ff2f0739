package io.koobridge.stack.environment;

import io.koobridge.stack.process.FreePort;
import io.koobridge.stack.process.Port;
import io.koobridge.stack.process.StackFailure;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The port of each endpoint of one run. */
public final class Addresses {

    private static final Pattern LOOPBACK =
            Pattern.compile("(?<scheme>[a-z]+://)?(127\\.0\\.0\\.1|localhost):(?<port>\\d{1,5})/?");
    private static final int LAST_PORT = 65_535;

    private final Map<Endpoint, Integer> ports;

    private Addresses(Map<Endpoint, Integer> ports) {
        this.ports = ports;
    }

    /**
     * Each endpoint where the user set it; the others on their usual ports, or on free ones.
     *
     * @throws StackFailure when a variable names no loopback address
     */
    public static Addresses of(Settings settings, boolean freePorts) {
        var ports = new EnumMap<Endpoint, Integer>(Endpoint.class);
        for (Endpoint endpoint : Endpoint.values()) {
            settings.get(endpoint.variable()).ifPresent(address -> ports.put(endpoint, portOf(endpoint, address)));
        }
        for (Endpoint endpoint : Endpoint.values()) {
            ports.computeIfAbsent(
                    endpoint, _ -> freePorts ? FreePort.nextBeside(ports.values()) : endpoint.defaultPort());
        }
        return new Addresses(ports);
    }

    private static int portOf(Endpoint endpoint, String address) {
        Matcher matcher = LOOPBACK.matcher(address);
        int port = matcher.matches() ? Integer.parseInt(matcher.group("port")) : LAST_PORT + 1;
        if (port > LAST_PORT || !endpoint.address(port).startsWith(scheme(matcher))) {
            throw new StackFailure("%s is %s, but the local stack listens on loopback only: set it to, for example, %s"
                    .formatted(endpoint.variable(), address, endpoint.address(endpoint.defaultPort())));
        }
        return port;
    }

    private static String scheme(Matcher matcher) {
        String scheme = matcher.group("scheme");
        return scheme == null ? "" : scheme;
    }

    public Port port(Endpoint endpoint) {
        return new Port(number(endpoint), endpoint.variable());
    }

    public int number(Endpoint endpoint) {
        return java.util.Objects.requireNonNull(ports.get(endpoint));
    }

    public String address(Endpoint endpoint) {
        return endpoint.address(number(endpoint));
    }
}
