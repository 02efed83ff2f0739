package io.koobridge.gateway.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.koobridge.crypto.key.AccessKey;
import io.koobridge.crypto.response.BodySign;
import io.koobridge.events.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What came back, byte for byte. */
@SuppressWarnings("ArrayRecordComponent")
record Reply(String statusLine, List<String> headerLines, byte[] body) {

    int status() {
        return Integer.parseInt(statusLine.split(" ", -1)[1]);
    }

    /** By its exact spelling. */
    Optional<String> header(String name) {
        return headerLines.stream()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst();
    }

    int contentLength() {
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    JsonNode json() {
        return Json.mapper().readTree(body);
    }

    String code() {
        return json().path("resultCode").asString();
    }

    String text() {
        return new String(body, StandardCharsets.US_ASCII);
    }

    /** What every answer on a production address has, whatever it says (design §3.1, §3.7). */
    Reply isProper(String key) {
        assertThat(header("Content-Type")).contains("application/json");
        return isSigned(key);
    }

    /** The same of the kit's V2 edition, whose answers are not signed. */
    Reply isProperUnsigned() {
        assertThat(header("Content-Type")).contains("application/json");
        assertThat(header("Body-Sign")).isEmpty();
        return isWhole();
    }

    private Reply isSigned(String key) {
        assertThat(header("Body-Sign")).contains(BodySign.value(new AccessKey("test", key, null), body));
        return isWhole();
    }

    private Reply isWhole() {
        assertThat(statusLine).isEqualTo("HTTP/1.1 200 OK");
        assertThat(header("Content-Encoding")).isEmpty();
        assertThat(code()).matches("\\d{6}");
        assertThat(json().path("resultMsg").asString()).isNotBlank().hasSizeLessThanOrEqualTo(255);
        for (byte character : body) {
            assertThat(character).isBetween((byte) 0x20, (byte) 0x7e);
        }
        return this;
    }

    /** The same in V1, whose content type names the charset (design §3.7). */
    Reply isProperV1(String key) {
        assertThat(header("Content-Type")).contains("application/json;charset=UTF-8");
        return isSigned(key);
    }

    Reply isProper() {
        return isProper(RunningGateway.KEY);
    }
}
