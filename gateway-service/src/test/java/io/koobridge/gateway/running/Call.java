package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.key.AccessKey;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A callback as KooGallery would make it, with anything about it changed that a test wants changed. Immutable. */
@SuppressWarnings("ArrayRecordComponent")
record Call(
        String method,
        String path,
        @Nullable String query,
        String headers,
        byte[] body,
        String key,
        String nonce,
        String timestamp) {

    static Call of(Clock clock, String body) {
        return new Call(
                "POST",
                RunningGateway.PATH,
                null,
                "Host: isv.example.com\r\nAccept: application/json\r\nContent-Type: application/json;charset=utf8\r\n",
                body.getBytes(UTF_8),
                RunningGateway.KEY,
                UUID.randomUUID().toString().replace("-", ""),
                Long.toString(clock.millis()));
    }

    static Call newInstance(Clock clock, String orderId) {
        return of(clock, """
                {"activity":"newInstance","businessId":"%s","orderId":"%s","orderLineId":"%s-000001"}""".formatted(UUID.randomUUID(), orderId, orderId));
    }

    static Call queryInstance(Clock clock, String... ids) {
        return of(clock, """
                {"activity":"queryInstance","instanceId":"%s"}""".formatted(String.join(",", ids)));
    }

    Call withMethod(String other) {
        return new Call(other, path, query, headers, body, key, nonce, timestamp);
    }

    Call withPath(String other) {
        return new Call(method, other, query, headers, body, key, nonce, timestamp);
    }

    /** Instead of the signature's own parameters. */
    Call withQuery(String other) {
        return new Call(method, path, other, headers, body, key, nonce, timestamp);
    }

    Call withHeader(String line) {
        return new Call(method, path, query, headers + line + "\r\n", body, key, nonce, timestamp);
    }

    Call withoutHeaders() {
        return new Call(method, path, query, "", body, key, nonce, timestamp);
    }

    Call withBody(byte[] other) {
        return new Call(method, path, query, headers, other, key, nonce, timestamp);
    }

    Call withBody(String other) {
        return withBody(other.getBytes(UTF_8));
    }

    Call withKey(String other) {
        return new Call(method, path, query, headers, body, other, nonce, timestamp);
    }

    Call withNonce(String other) {
        return new Call(method, path, query, headers, body, key, other, timestamp);
    }

    Call withTimestamp(String other) {
        return new Call(method, path, query, headers, body, key, nonce, other);
    }

    String signature() {
        return BodySignature.sign(new AccessKey("test", key, null), nonce, timestamp, body);
    }

    String target() {
        return path + "?"
                + (query == null
                        ? "signature=%s&timestamp=%s&nonce=%s".formatted(signature(), timestamp, nonce)
                        : query);
    }

    byte[] head() {
        return "%s %s HTTP/1.1\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(method, target(), headers, body.length)
                .getBytes(ISO_8859_1);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head());
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
