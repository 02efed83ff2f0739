package io.koobridge.system.running;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.key.AccessKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens "resource details" of what was bought: a signed {@code queryInstance} to the gateway (saas-v2 §4). */
final class Buyer {

    private final URI address;
    private final AccessKey key;

    Buyer(URI gateway, String accessKey) {
        this(gateway.resolve("/koogallery/saas"), new AccessKey("base", accessKey, null));
    }

    /** @param address the production address, whole */
    Buyer(URI address, AccessKey key) {
        this.address = address;
        this.key = key;
    }

    JsonNode ask(Collection<String> instanceIds) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of("activity", "queryInstance", "instanceId", String.join(",", instanceIds)));
        String nonce = UUID.randomUUID().toString().replace("-", "");
        String timestamp = Long.toString(System.currentTimeMillis());
        String signature = BodySignature.sign(key, nonce, timestamp, body.getBytes(StandardCharsets.UTF_8));
        return JsonMapper.shared()
                .readTree(Http.post(
                        URI.create("%s?signature=%s&timestamp=%s&nonce=%s"
                                .formatted(address, signature, timestamp, nonce)),
                        body));
    }

    /** The address that each instance opens at; those that are not ready are missing. */
    Map<String, String> addresses(Collection<String> instanceIds) {
        return ask(instanceIds)
                .path("info")
                .valueStream()
                .collect(Collectors.toMap(
                        info -> info.path("instanceId").asString(),
                        info -> info.path("appInfo").path("frontEndUrl").asString()));
    }
}
