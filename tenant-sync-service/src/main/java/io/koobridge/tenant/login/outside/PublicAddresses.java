package io.koobridge.tenant.login.outside;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.springframework.boot.http.client.InetAddressFilter;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.transport.ClientTransport.ResolvedAddressSelector;

/**
 * Which of a name's addresses are connected to. A connection is made to one of those that were looked at, so a name that changes its addresses between
 * a check and a call gains nothing. Several of them, one private: the others are used.
 */
public final class PublicAddresses implements ResolvedAddressSelector<HttpClientConfig> {

    /** IPv6 addresses that end in one of IPv4, and the unspecified network, beside what is not public by RFC 6890. */
    private static final InetAddressFilter PUBLIC =
            InetAddressFilter.externalAddresses().andNot("::/96", "64:ff9b::/32", "fec0::/10");

    private final InetAddressFilter allowed;

    private PublicAddresses(InetAddressFilter allowed) {
        this.allowed = allowed;
    }

    /**
     * Those of the internet.
     *
     * @param loopback this very machine too
     */
    public static PublicAddresses of(boolean loopback) {
        return new PublicAddresses(loopback ? PUBLIC.or("127.0.0.0/8", "::1/128") : PUBLIC);
    }

    /** None of a name's addresses may be called. */
    static final class ForbiddenAddressException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddressException() {
            super("no public address", null, false, false);
        }
    }

    @Override
    public List<? extends SocketAddress> apply(HttpClientConfig client, List<? extends SocketAddress> resolved) {
        var usable = resolved.stream().filter(this::allows).toList();
        if (usable.isEmpty()) {
            throw new ForbiddenAddressException();
        }
        return usable;
    }

    boolean allows(SocketAddress address) {
        return address instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && allowed.matches(internet.getAddress());
    }
}
