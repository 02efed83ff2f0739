package io.koobridge.provisioning.outside;

import io.koobridge.crypto.webhook.WebhookSecret;
import io.koobridge.crypto.webhook.WebhookSigner;
import io.koobridge.crypto.webhook.WebhookVerification;
import io.koobridge.crypto.webhook.WebhookVerification.Reason;
import io.koobridge.crypto.webhook.WebhookVerification.Rejected;
import io.koobridge.crypto.webhook.WebhookVerification.Verified;
import io.koobridge.crypto.webhook.WebhookVerifier;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the product and KooBridge know each other by. The first secret signs, each one verifies: so they can be changed. */
public final class ProductSecrets {

    private final List<WebhookSecret> secrets;
    private final List<WebhookVerifier> verifiers;

    /** None when there is no product that could call. */
    public ProductSecrets(List<WebhookSecret> secrets) {
        this.secrets = List.copyOf(secrets);
        this.verifiers = secrets.stream().map(WebhookVerifier::new).toList();
    }

    /** Whether there is a product that could call. */
    public boolean present() {
        return !secrets.isEmpty();
    }

    WebhookSigner signer() {
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
