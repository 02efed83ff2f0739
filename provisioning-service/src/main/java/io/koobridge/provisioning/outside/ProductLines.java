package io.koobridge.provisioning.outside;

import static java.util.Objects.requireNonNull;

import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.config.LedgerProperties;
import io.koobridge.service.seal.Sealing;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The two lines to the seller's product. */
record ProductLines(OutsideSystems systems, LedgerProperties ledger, Clock clock) {

    /** The gateway, which waits for it, has 2.7 s for all of its call (design §3). */
    private static final Duration CHECKED_WITHIN = Duration.ofSeconds(2);

    private static final int LARGEST_ANSWER = 256 * 1024;

    HttpProvisioner provisioner(ProvisionerProperties.Http http, WebhookSecrets secrets, Sealing contact) {
        ledger.requireOutlives("koobridge.provisioner.http.timeout", http.timeout());
        return new HttpProvisioner(
                line("provisioner", http, secrets, http.timeout()),
                line("provisioner-check", http, secrets, CHECKED_WITHIN),
                contact,
                () -> UUID.randomUUID().toString());
    }

    private HttpProvisioner.Line line(
            String system, ProvisionerProperties.Http http, WebhookSecrets secrets, Duration timeout) {
        var limits = OutsideLimits.usual().withCallTimeout(timeout);
        return new HttpProvisioner.Line(
                systems.journaled(system, limits),
                new WebhookClient(
                        peer(requireNonNull(http.url())),
                        new WebhookClient.Pool(system, limits.concurrentCalls()),
                        secrets.signer(),
                        clock));
    }

    static WebhookClient.Peer peer(URI url) {
        return new WebhookClient.Peer(
                "the product",
                url,
                "koobridge.provisioner.http.secret",
                LARGEST_ANSWER,
                Map.of(409, "it has already applied a higher generation of this instance"));
    }
}
