package io.koobridge.system.running;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.key.AccessKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Users who apply for licences of one instance: signed {@code getLicenseAsync} calls to the gateway (license §3.5). */
final class Applicants {

    private static final int ANSWERED_WITHIN_SECONDS = 60;

    private final URI address;
    private final AccessKey key;
    private final String instanceId;
    private final Instant paidUntil;

    /** @param paidUntil the end of what was bought, and of what they apply for */
    Applicants(URI gateway, String licenseKey, String instanceId, Instant paidUntil) {
        this.address = gateway.resolve("/koogallery/license");
        this.key = new AccessKey("license", licenseKey, null);
        this.instanceId = instanceId;
        this.paidUntil = paidUntil;
    }

    /** Of one, the result code. */
    String apply(String eventId) {
        var body = """
                {"activity":"getLicenseAsync","instanceId":"%s","eventId":"%s","effectiveTime":"%s","expireTime":"%s"}""".formatted(instanceId, eventId, paidUntil.minus(Duration.ofHours(1)), paidUntil);
        var nonce = UUID.randomUUID().toString().replace("-", "");
        var timestamp = Long.toString(System.currentTimeMillis());
        var signature = BodySignature.sign(key, nonce, timestamp, body.getBytes(StandardCharsets.UTF_8));
        var answer = Http.post(
                URI.create("%s?signature=%s&timestamp=%s&nonce=%s".formatted(address, signature, timestamp, nonce)),
                body);
        return JsonMapper.shared().readTree(answer).path("resultCode").asString();
    }

    /** Of so many at the same time, each with an event of his own: how many hear which result code. */
    Map<String, Long> applyAtOnce(int count) throws Exception {
        var begin = new CountDownLatch(1);
        var calls = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var eventId = "at-once-" + i;
                calls.add(threads.submit(() -> {
                    begin.await();
                    return apply(eventId);
                }));
            }
            begin.countDown();
            var codes = new TreeMap<String, Long>();
            for (var call : calls) {
                codes.merge(call.get(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS), 1L, Long::sum);
            }
            return codes;
        }
    }
}
