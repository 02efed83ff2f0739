package io.koobridge.events.inquiry;

import io.koobridge.events.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * What became of a client secret that the marketplace encrypted for the seller: answer to {@code POST /internal/secrets:open} of tenant-sync-service, which
 * alone has the RSA keys (design §3.5).
 *
 * @param sealed for its tenant and application, as it may stand in Kafka and in a store; absent: it was encrypted for none of the keys
 */
public record SecretOpening(@Nullable SealedText sealed) {

    /**
     * The question.
     *
     * @param encrypted as it came
     */
    public record Question(String tenantId, String appId, String encrypted) {

        /** Nothing of the secret, encrypted as it is. */
        @Override
        public String toString() {
            return "Question[tenantId=%s, appId=%s]".formatted(tenantId, appId);
        }
    }
}
