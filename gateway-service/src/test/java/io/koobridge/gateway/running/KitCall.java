package io.koobridge.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.crypto.callback.kit.KitSignature;
import io.koobridge.crypto.callback.v1.AuthToken;
import io.koobridge.crypto.key.AccessKey;
import io.koobridge.gateway.address.KitPath.KitEdition;
import io.koobridge.gateway.address.KitPath.KitInterface;
import io.koobridge.gateway.dialect.json.CallJson;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A call of the joint-operations kit as KooGallery would make it. Immutable.
 *
 * @param headers each with its line end
 */
@SuppressWarnings("ArrayRecordComponent")
record KitCall(String method, String path, String headers, byte[] body) {

    static final AccessKey KEY = new AccessKey("test", KitSettings.KEY, null);

    static KitCall of(KitEdition edition, Clock clock, KitInterface called, String body) {
        return switch (edition) {
            case V1 -> v1(called, body);
            case V2 -> v2(clock, called, body.getBytes(UTF_8));
        };
    }

    static KitCall v2(Clock clock, KitInterface called, byte[] body) {
        return v2(clock, called, body, KEY);
    }

    static KitCall v2(Clock clock, KitInterface called, byte[] body, AccessKey key) {
        var nonce = UUID.randomUUID().toString().replace("-", "");
        var timestamp = Long.toString(clock.millis());
        var headers = "x-sign: %s\r\nx-timestamp: %s\r\nx-nonce: %s\r\n"
                .formatted(KitSignature.sign(key, nonce, timestamp, body), timestamp, nonce);
        return new KitCall("POST", RunningGateway.PATH + "/produceAPI/v2/" + called.label(), headers, body);
    }

    /** Over what the body says. */
    static KitCall v1(KitInterface called, String body) {
        var members = new TreeMap<String, String>();
        CallJson.readLastWins(body.getBytes(UTF_8))
                .orElseThrow()
                .propertyStream()
                .forEach(member -> members.put(
                        member.getKey(),
                        member.getValue().isContainer()
                                ? member.getValue().toString()
                                : member.getValue().asString("")));
        return v1(called, AuthToken.sign(KEY, members), body.getBytes(UTF_8));
    }

    static KitCall v1(KitInterface called, String token, byte[] body) {
        return new KitCall(
                "POST",
                RunningGateway.PATH + "/produceAPI/" + called.label(),
                "authToken: %s\r\n".formatted(token),
                body);
    }

    KitCall withMethod(String other) {
        return new KitCall(other, path, headers, body);
    }

    KitCall withPath(String other) {
        return new KitCall(method, other, headers, body);
    }

    KitCall withHeaders(String other) {
        return new KitCall(method, path, other, body);
    }

    KitCall withBody(byte[] other) {
        return new KitCall(method, path, headers, other);
    }

    byte[] head() {
        return "%s %s HTTP/1.1\r\nHost: isv.example.com\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
                .formatted(method, path, headers, body.length)
                .getBytes(ISO_8859_1);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head());
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
