package io.koobridge.crypto.openapi;

import io.koobridge.crypto.Vectors;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code sdk-hmac-sha256.json}. */
record SdkVectors(List<Request> vectors, UsagePush usagePushBodySignature) {

    static SdkVectors read() throws IOException {
        return Vectors.read("sdk-hmac-sha256.json", SdkVectors.class);
    }

    record Request(
            String id,
            String accessKey,
            String secretKey,
            String method,
            String url,
            Map<String, String> headers,
            String body,
            Expected expected) {}

    record Expected(String signedHeaders, String canonicalRequest, String authorization) {}

    record UsagePush(List<Push> vectors) {}

    record Push(String id, String key, String ts, String nonce, String body, String signature) {}
}
