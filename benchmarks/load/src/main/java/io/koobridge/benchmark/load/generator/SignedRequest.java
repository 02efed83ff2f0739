package io.koobridge.benchmark.load.generator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.koobridge.crypto.callback.v2.BodySignature;
import io.koobridge.crypto.key.AccessKey;
import java.util.SplittableRandom;

/** One call as KooGallery sends it (saas-v2 §7.3). */
public final class SignedRequest {

    private static final String SAAS = "/koogallery/saas";

    private SignedRequest() {}

    /** The whole HTTP request of this body. */
    public static byte[] of(String body, String timestamp, String nonce, AccessKey key) {
        return at(SAAS, body, timestamp, nonce, key);
    }

    /** The same for another production address: those of licences are signed alike (license §2.2). */
    static byte[] at(String path, String body, String timestamp, String nonce, AccessKey key) {
        String signature = BodySignature.sign(key, nonce, timestamp, body.getBytes(US_ASCII));
        return ("POST %s?signature=%s&timestamp=%s&nonce=%s HTTP/1.1\r\n"
                        + "Host: 127.0.0.1\r\nAccept: application/json\r\n"
                        + "Content-Type: application/json;charset=utf8\r\nContent-Length: %d\r\n\r\n%s")
                .formatted(path, signature, timestamp, nonce, body.length(), body)
                .getBytes(US_ASCII);
    }

    /** As long as a businessId is. */
    public static String hex(SplittableRandom random) {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
