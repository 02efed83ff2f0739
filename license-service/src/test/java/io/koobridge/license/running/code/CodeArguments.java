package io.koobridge.license.running.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What a service of a test is started with: as arguments, for they win over everything else that a test's JVM may have set. */
final class CodeArguments {

    static final String TOKEN = "token-of-a-test-0123456789";
    static final String KEY = "a-key-that-a-test-made-up";

    private CodeArguments() {}

    static String[] of(int port, int internalPort, String marketplace, Map<String, String> more) {
        var all = new HashMap<>(Map.of(
                "server.port", Integer.toString(port),
                "management.server.port", Integer.toString(internalPort),
                "koobridge.seller-id", "test-seller",
                "koobridge.internal.tokens", TOKEN,
                "koobridge.topics.mode", "create",
                "koobridge.topics.partitions", "3",
                "koobridge.open-api.url", marketplace,
                "koobridge.open-api.access-key", "AK0",
                "koobridge.open-api.secret-key", "SK0",
                "spring.cloud.function.definition", "codeFacts"));
        all.putAll(Map.of(
                "koobridge.ledger.sweep-interval", "1s",
                "koobridge.ledger.sweep-grace", "1s",
                "koobridge.ledger.lease", "25s",
                "koobridge.gauges.interval", "1s",
                "koobridge.license.codes.report-after", "0s",
                "koobridge.license.api-keys[0].id", "test",
                "koobridge.license.api-keys[0].sha256", sha256(KEY),
                // Of no use to codes: whoever issues licences must be known where the service does that too.
                "koobridge.license.issuer.http.url", "http://127.0.0.1:9",
                "koobridge.license.issuer.http.secret", "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE="));
        all.put("spring.kafka.bootstrap-servers", TestBroker.shared().bootstrapServers());
        all.putAll(more);
        all.computeIfAbsent("spring.mongodb.uri", _ -> TestStore.shared().freshConnectionString(CodeArguments.class));
        return all.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
