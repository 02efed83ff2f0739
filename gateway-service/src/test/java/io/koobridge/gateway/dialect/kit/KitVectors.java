package io.koobridge.gateway.dialect.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.events.wire.Json;
import io.koobridge.gateway.address.KitPath.KitInterface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The vectors of tenant-sync §8 and §9, which stand beside the tests of the signature. */
public final class KitVectors {

    private static final Path FILE = Path.of("../common-crypto/src/test/resources/vectors/tenant-sync.json");
    private static final JsonNode ALL = read();

    private KitVectors() {}

    /**
     * One signed call.
     *
     * @param signature {@code x-sign} or {@code authToken}
     */
    public record Vector(String id, KitInterface called, String body, String signature) {

        @Override
        public String toString() {
            return id;
        }
    }

    public static String key() {
        return text("key");
    }

    public static String v1Key() {
        return text("v1Key");
    }

    public static String nonce() {
        return text("nonce");
    }

    public static String timestamp() {
        return text("timestamp");
    }

    /** What K1 would be signed with by the rule of the base interfaces. */
    public static String withInnerDigest() {
        return text("withInnerDigest");
    }

    /** {@code Body-Sign} of a success. */
    public static String bodySign() {
        return ALL.path("answer").path("header").asString();
    }

    /** Of what {@link #secret} is, encrypted. */
    public static String encrypted() {
        return ALL.path("secrets").path("encrypted").path("SHA_256").asString();
    }

    public static String secret() {
        return ALL.path("secrets").path("plain").asString();
    }

    public static Stream<Vector> v2() {
        return of("signatures", "sign");
    }

    public static Stream<Vector> v1() {
        return of("tokens", "token");
    }

    private static Stream<Vector> of(String section, String signature) {
        return ALL.path(section).valueStream().map(vector -> {
            var body = vector.path("body").asString().replace("CT-A", encrypted());
            return new Vector(
                    vector.path("id").asString(),
                    called(body),
                    body,
                    vector.path(signature).asString());
        });
    }

    /** By what the interface alone has. */
    private static KitInterface called(String body) {
        return Arrays.stream(KitInterface.values())
                .filter(called -> body.contains(
                        switch (called) {
                            case TENANT_SYNC -> "\"tenantCode\"";
                            case APPLICATION_SYNC -> "\"clientSecret\"";
                            case AUTH_SYNC -> "\"userList\"";
                            case SINGLE_ORG_SYNC -> "\"parentCode\": \"\", \"flag\"";
                            case ALL_ORG_SYNC -> "\"orgInfo";
                        }))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String name) {
        return ALL.path(name).asString();
    }

    private static JsonNode read() {
        try {
            return Json.mapper().readTree(Files.readString(FILE, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
