package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slow, half, oversize and broken requests on a plain socket. */
class BodyLimitsTest extends GatewayTest {

    private static final int LONGEST = 256 * 1024;

    @Test
    void theLongestBodyIsRead() {
        assertThat(send(padded(LONGEST)).isProper().code()).isEqualTo("000004");
    }

    @Tag("promise:bodies-are-bounded")
    @Test
    void oneByteMoreIsRefusedAndTheConnectionClosed() {
        try (var connection = Connection.to(GATEWAY.port())) {
            var reply = connection.send(padded(LONGEST + 1).bytes()).read().isProper();

            assertThat(reply.code()).isEqualTo("000002");
            assertThat(lastJournaled().verdict()).isEqualTo("too_long");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aCallerThatSendsMegabytesBeforeItListensGetsItsAnswer() {
        try (var connection = Connection.to(GATEWAY.port())) {
            var reply = connection.send(padded(3 * 1024 * 1024).bytes()).read().isProper();

            assertThat(reply.code()).isEqualTo("000002");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aDeclaredLengthThatIsTooLongIsRefusedBeforeAnyOfItComes() {
        try (var connection = Connection.to(GATEWAY.port())) {
            var reply = connection.send(padded(LONGEST + 1).head()).read().isProper();

            assertThat(reply.code()).isEqualTo("000002");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void chunksCountLikeAnythingElse() {
        try (var connection = Connection.to(GATEWAY.port())) {
            connection.send(chunkedHead(Call.newInstance(CLOCK, "CS-CHUNKS")));
            var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(US_ASCII);
            for (int sent = 0; sent <= LONGEST; sent += 0x10000) {
                connection.send(chunk);
            }

            assertThat(connection.read().isProper().code()).isEqualTo("000002");
            assertThat(lastJournaled().verdict()).isEqualTo("too_long");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aChunkedCallIsACallLikeAnyOther() {
        var call = Call.newInstance(CLOCK, "CS-CHUNKED");
        try (var connection = Connection.to(GATEWAY.port())) {
            connection.send(chunkedHead(call));
            for (byte next : call.body()) {
                connection.send(new byte[] {'1', '\r', '\n', next, '\r', '\n'});
            }

            var reply = connection.send("0\r\n\r\n".getBytes(US_ASCII)).read().isProper();

            assertThat(reply.code()).isEqualTo("000004");
            assertThat(reply.header("connection")).isEmpty();
        }
    }

    @Test
    void chunksThatAreNoneAreUnreadable() {
        try (var connection = Connection.to(GATEWAY.port())) {
            connection.send(chunkedHead(Call.newInstance(CLOCK, "CS-BROKEN")));

            var reply = connection
                    .send("zz\r\nnonsense\r\n".getBytes(US_ASCII))
                    .read()
                    .isProper();

            assertThat(reply.code()).isEqualTo("000002");
            assertThat(lastJournaled().verdict()).isEqualTo("unreadable");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Tag("promise:bodies-are-bounded")
    @Test
    void halfARequestIsAnsweredAfterTenSecondsAndTheConnectionClosed() {
        var call = Call.newInstance(CLOCK, "CS-HALF");
        try (var connection = Connection.to(GATEWAY.port())) {
            long began = System.nanoTime();
            connection.send(call.head()).send("{\"activity\"".getBytes(UTF_8));

            var reply = connection.read().isProper();

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(9_900), Duration.ofMillis(12_000));
            assertThat(reply.code()).isEqualTo("000002");
            assertThat(lastJournaled().verdict()).isEqualTo("too_slow");
            assertThat(connection.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void aCallerThatHangsUpBeforeItsAnswerIsJournaled() {
        PROVISIONING.hang();
        try (var connection = Connection.to(GATEWAY.port())) {
            connection.send(Call.queryInstance(CLOCK, "i-1").bytes());
            Awaitility.await("provisioning is asked")
                    .until(() -> !PROVISIONING.queries().isEmpty());
        }

        Awaitility.await("the end of the call")
                .untilAsserted(() -> assertThat(lastJournaled().verdict()).isEqualTo("caller_gone"));
        assertThat(lastJournaled().activity()).isEqualTo("queryInstance");
        assertThat(lastJournaled().keyId()).isEqualTo("base-1");
    }

    @Test
    void aCallerThatHangsUpWithinItsBodyIsJournaled() {
        int before = GATEWAY.journaled().size();
        try (var connection = Connection.to(GATEWAY.port())) {
            connection.send(Call.newInstance(CLOCK, "CS-GONE").head()).send("{\"activity\"".getBytes(UTF_8));
        }

        Awaitility.await("the end of the call")
                .untilAsserted(() -> assertThat(GATEWAY.journaled()).hasSize(before + 1));
        assertThat(lastJournaled().verdict()).isIn("caller_gone", "unreadable");
    }

    @Tag("promise:bodies-are-bounded")
    @Test
    void whenAllBodiesTogetherAreTooManyTheNextIsToldToComeAgain() {
        var waiting = new ArrayList<Connection>();
        try {
            // 32 MiB hold 128 of these, and a little of the next.
            var most = padded(LONGEST).bytes();
            for (int call = 0; call < 129; call++) {
                waiting.add(Connection.to(GATEWAY.port()).send(Arrays.copyOf(most, most.length - 1)));
            }
            // When several find no room at the same moment all of them give up theirs: then one more fits in.
            Awaitility.await("no room is left").until(() -> {
                waiting.add(Connection.to(GATEWAY.port()).send(Arrays.copyOf(most, most.length - 1)));
                return send(padded(LONGEST)).isProper().code().equals("000005");
            });

            assertThat(lastJournaled().verdict()).isEqualTo("no_room");
        } finally {
            waiting.forEach(Connection::close);
        }
        Awaitility.await("what the callers gave up is free again")
                .until(() -> send(padded(LONGEST)).isProper().code().equals("000004"));
    }

    @Test
    void callsOnOneConnectionAreAnsweredOneAfterAnother() {
        try (var connection = Connection.to(GATEWAY.port())) {
            for (int call = 0; call < 20; call++) {
                var reply = connection
                        .send(Call.newInstance(CLOCK, "CS-KEEP-" + call).bytes())
                        .read()
                        .isProper();
                assertThat(reply.code()).isEqualTo("000004");
            }
            // What was refused after it was read does not cost the connection either.
            assertThat(connection
                            .send(Call.of(CLOCK, "{}").bytes())
                            .read()
                            .isProper()
                            .code())
                    .isEqualTo("000002");
            assertThat(connection
                            .send(Call.newInstance(CLOCK, "CS-KEEP").bytes())
                            .read()
                            .isProper()
                            .code())
                    .isEqualTo("000004");
        }
    }

    @Test
    void whoeverExpectsToBeToldToContinueIsTold() {
        var call = Call.newInstance(CLOCK, "CS-EXPECT").withHeader("Expect: 100-continue");
        try (var connection = Connection.to(GATEWAY.port())) {
            var interim = connection.send(call.head()).readHead();
            var reply = connection.send(call.body()).read().isProper();

            assertThat(interim.status()).isEqualTo(100);
            assertThat(reply.code()).isEqualTo("000004");
        }
    }

    private static Call padded(int length) {
        var body = "{\"activity\":\"newInstance\",\"orderId\":\"CS-LONG\",\"orderLineId\":\"1\",\"x\":\"\"}";
        return Call.of(CLOCK, body.replace("\"x\":\"", "\"x\":\"" + "x".repeat(length - body.length())));
    }

    private static byte[] chunkedHead(Call call) {
        return "POST %s HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                .formatted(call.target())
                .getBytes(US_ASCII);
    }
}
