package io.koobridge.runtime.webhook;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.crypto.webhook.WebhookVerification;
import io.koobridge.crypto.webhook.WebhookVerification.Reason;
import io.koobridge.crypto.webhook.WebhookVerification.Rejected;
import io.koobridge.crypto.webhook.WebhookVerification.Verified;
import io.koobridge.crypto.webhook.WebhookVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a service of the seller's and KooBridge know each other by. The first secret signs, each one verifies: so they can be changed. */
public final class WebhookSecrets {

    private final List<WebhookSecret> secrets;
    private final List<WebhookVerifier> verifiers;

    /** None when there is no product that could call. */
    public WebhookSecrets(List<WebhookSecret> secrets) {
        this.secrets = List.copyOf(secrets);
        this.verifiers = secrets.stream().map(WebhookVerifier::new).toList();
    }

    /**
     * As settings have them.
     *
     * @param first absent, or before all others
     * @throws IllegalArgumentException when one is no Standard Webhooks secret
     */
    public static WebhookSecrets of(@Nullable String first, List<String> others) {
        var all = new ArrayList<String>();
        if (first != null) {
            all.add(first);
        }
        all.addAll(others);
        return new WebhookSecrets(all.stream().map(WebhookSecret::parse).toList());
    }

    /** Whether there is anybody who could call. */
    public boolean present() {
        return !secrets.isEmpty();
    }

    /** Signs with the first secret.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public WebhookSigner signer() {
        return new WebhookSigner(secrets.getFirst());
    }

    /** Never throws, whatever was sent. */
    public WebhookVerification verify(Function<String, @Nullable String> header, byte[] body, Instant now) {
        WebhookVerification last = new Rejected(Reason.SIGNATURE_MISMATCH);
        for (var verifier : verifiers) {
            last = verifier.verify(header, body, now);
            if (last instanceof Verified) {
                return last;
            }
        }
        return last;
    }
}
