package io.koobridge.gateway.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How a call is put on the wire. */
enum Framing {
    PLAIN,
    IN_PIECES,
    CHUNKED,
    CHUNKED_WITH_TRAILERS,
    EXPECT_CONTINUE,
    ABSOLUTE_TARGET,
    HTTP_1_0,
    ODD_HEADERS,
    WITHOUT_HOST,
    TWO_CALLS_AT_ONCE,
    LENGTH_AND_CHUNKS,
    BAD_CHUNK,
    TWO_LENGTHS,
    BROKEN_HEADER,
    CUT_SHORT;

    /** Whether the call arrives as it was meant. */
    boolean isSound() {
        return compareTo(LENGTH_AND_CHUNKS) < 0;
    }

    /** Head and body; what {@link #EXPECT_CONTINUE} sends later is not in it. */
    byte[] bytes(Sent wire, RandomGenerator random) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((line(wire) + headers(wire)).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(
                switch (this) {
                    case CHUNKED, CHUNKED_WITH_TRAILERS, LENGTH_AND_CHUNKS, BAD_CHUNK -> chunks(wire.body(), random);
                    case EXPECT_CONTINUE -> new byte[0];
                    case CUT_SHORT -> Arrays.copyOf(wire.body(), wire.body().length / 2);
                    default -> wire.body();
                });
        return bytes.toByteArray();
    }

    private String line(Sent wire) {
        var target = wire.place().address().path() + "?" + printable(wire.query());
        return "%s %s%s HTTP/1.%d\r\n"
                .formatted(
                        wire.method(),
                        this == ABSOLUTE_TARGET ? "http://isv.example.com" : "",
                        target,
                        this == HTTP_1_0 ? 0 : 1);
    }

    private String headers(Sent wire) {
        var length = "Content-Length: %d\r\n".formatted(wire.body().length);
        var host = this == WITHOUT_HOST ? "" : "Host: isv.example.com\r\n";
        var token = wire.tokenHeader().isEmpty() ? "" : "authToken: %s\r\n".formatted(wire.tokenHeader());
        return host
                + token
                + switch (this) {
                    case CHUNKED, CHUNKED_WITH_TRAILERS, BAD_CHUNK -> "Transfer-Encoding: chunked\r\n";
                    case LENGTH_AND_CHUNKS -> "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n";
                    case EXPECT_CONTINUE -> length + "Expect: 100-continue\r\n";
                    case ODD_HEADERS ->
                        "content-LENGTH:%d\r\nContent-Type: text/plain;charset=utf-16\r\nAccept: image/png\r\nAccept-Encoding: gzip, br\r\nOrigin: null\r\nX-Forwarded-Host: a\r\nCookie: a=b\r\nCookie: c\r\n"
                                .formatted(wire.body().length);
                    case TWO_LENGTHS -> length + "Content-Length: %d\r\n".formatted(wire.body().length + 1);
                    case BROKEN_HEADER -> length + "no colon here\r\n";
                    case CUT_SHORT -> "Content-Length: %d\r\n".formatted(wire.body().length + 1);
                    default -> length;
                }
                + "\r\n";
    }

    private byte[] chunks(byte[] body, RandomGenerator random) {
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int size = Math.min(body.length - at, 1 + random.nextInt(1 + body.length / 3));
            var extension = this == CHUNKED_WITH_TRAILERS ? ";name=\"value\"" : "";
            bytes.writeBytes("%x%s\r\n".formatted(size, extension).getBytes(US_ASCII));
            bytes.write(body, at, size);
            bytes.writeBytes("\r\n".getBytes(US_ASCII));
            at += size;
        }
        var end = this == BAD_CHUNK
                ? "zz\r\n"
                : "0\r\n" + (this == CHUNKED_WITH_TRAILERS ? "X-Trailer: a\r\n" : "") + "\r\n";
        bytes.writeBytes(end.getBytes(US_ASCII));
        return bytes.toByteArray();
    }

    /** A blank would end the target. */
    private static String printable(String query) {
        var printable = new StringBuilder();
        query.chars()
                .forEach(character -> printable.append(
                        character <= ' ' || character == 0x7f
                                ? "%%%02X".formatted(character)
                                : Character.toString(character)));
        return printable.toString();
    }
}
