package io.koobridge.runtime.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreachedTest {

    static Stream<Throwable> beforeSending() {
        return Stream.of(
                new UnknownHostException("no.such.host.example"),
                new ConnectException("Connection refused"),
                new ConnectTimeoutException("connection timed out"),
                new HttpConnectTimeoutException("HTTP connect timed out"),
                new NoRouteToHostException("No route to host"),
                new SSLHandshakeException("unable to find valid certification path"),
                new IllegalStateException(new UncheckedIOException(new ConnectException("wrapped"))));
    }

    static Stream<Throwable> perhapsAfterSending() {
        return Stream.of(
                new TimeoutException("no answer"),
                new HttpTimeoutException("request timed out"),
                new SocketException("Connection reset"),
                new SSLException("closing inbound before receiving peer's close_notify"),
                new IOException("Connection reset by peer"),
                new IllegalStateException("anything"),
                bitesItsTail());
    }

    private static Throwable bitesItsTail() {
        var outer = new IllegalStateException("outer");
        outer.initCause(new IllegalStateException("inner", outer));
        return outer;
    }

    @ParameterizedTest
    @MethodSource("beforeSending")
    void aFailureBeforeTheFirstByteIsProof(Throwable error) {
        assertThat(Unreached.certainly(error)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("perhapsAfterSending")
    void anyOtherFailureProvesNothing(Throwable error) {
        assertThat(Unreached.certainly(error)).isFalse();
    }
}
