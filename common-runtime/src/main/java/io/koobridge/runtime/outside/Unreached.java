package io.koobridge.runtime.outside;

import io.koobridge.runtime.Causes;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Failures that happen before the first byte of a request leaves: no address, no connection, no TLS (usage-and-open-api §1.1). A reset or a time-out of
 * an open connection is never one of them.
 */
public final class Unreached {

    private Unreached() {}

    /** The request was certainly not received, because there was nothing to send it over. */
    public static boolean certainly(Throwable error) {
        return Causes.of(error).stream().anyMatch(Unreached::beforeSending);
    }

    private static boolean beforeSending(Throwable cause) {
        return switch (cause) {
            case UnknownHostException _ -> true;
            // Netty's connect time-out is one of these too.
            case ConnectException _ -> true;
            case NoRouteToHostException _ -> true;
            case HttpConnectTimeoutException _ -> true;
            case SSLHandshakeException _ -> true;
            default -> false;
        };
    }
}
