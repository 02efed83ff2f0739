package io.koobridge.events.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * The licence of an instance that gets one with its purchase. Answer to {@code POST /internal/licenses:await}, once it is made or was
 * refused for good, or when the time was over (design §3.8).
 *
 * @param license as the issuer wrote it; absent when there is none yet, or never will be
 * @param refused nobody will make one unless somebody asks again
 */
public record PurchasedLicense(@Nullable String license, boolean refused) {

    /**
     * The question that is held, asked beside storing the purchase.
     *
     * @param waitMillis how long the answer may be held; 1 to {@value OrderedInstance.Wait#LONGEST_MILLIS}
     */
    public record Wait(String instanceId, long waitMillis) {

        public Wait {
            if (waitMillis < 1 || waitMillis > OrderedInstance.Wait.LONGEST_MILLIS) {
                throw new IllegalArgumentException("an answer is held for 1 to %d ms, not %d"
                        .formatted(OrderedInstance.Wait.LONGEST_MILLIS, waitMillis));
            }
        }
    }
}
