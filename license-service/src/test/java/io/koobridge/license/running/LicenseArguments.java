package io.koobridge.license.running;

import io.koobridge.testkit.TestBroker;
import io.koobridge.testkit.TestStore;
import java.util.HashMap;
import java.util.Map;

/** What a service of a test is started with: as arguments, for they win over everything else that a test's JVM may have set. */
final class LicenseArguments {

    static final String TOKEN = "token-of-a-test-0123456789";
    static final String SECRET = "whsec_dGVzdC1zZWNyZXQtb2YtMjQtYnl0ZXMhISE=";

    private LicenseArguments() {}

    static String[] of(int publicPort, int internalPort, Map<String, String> more) {
        var all = new HashMap<>(Map.of(
                "server.port", Integer.toString(publicPort),
                "management.server.port", Integer.toString(internalPort),
                "koobridge.seller-id", "test-seller",
                "koobridge.internal.tokens", TOKEN,
                "koobridge.topics.mode", "create",
                "koobridge.topics.partitions", "3",
                "koobridge.open-api.url", "http://127.0.0.1:9",
                "koobridge.open-api.access-key", "AK0",
                "koobridge.open-api.secret-key", "SK0",
                "spring.cloud.function.definition", "licenseFacts"));
        all.putAll(Map.of(
                "koobridge.ledger.sweep-interval", "1s",
                "koobridge.ledger.sweep-grace", "1s",
                "koobridge.ledger.lease", "5s",
                "koobridge.open-api.call-timeout", "4s",
                "koobridge.gauges.interval", "1s"));
        all.put("spring.kafka.bootstrap-servers", TestBroker.shared().bootstrapServers());
        all.putAll(more);
        all.computeIfAbsent(
                "spring.mongodb.uri", _ -> TestStore.shared().freshConnectionString(LicenseArguments.class));
        return all.entrySet().stream()
                .map(property -> "--%s=%s".formatted(property.getKey(), property.getValue()))
                .toArray(String[]::new);
    }

    static Map<String, String> licenseServer(String url) {
        return Map.of(
                "koobridge.license.issuer.http.url", url,
                "koobridge.license.issuer.http.secret", SECRET,
                "koobridge.license.issuer.http.timeout", "4s");
    }
}
