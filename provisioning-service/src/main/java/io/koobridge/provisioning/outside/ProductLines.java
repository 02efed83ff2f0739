package io.koobridge.provisioning.outside;

import static java.util.Objects.requireNonNull;

import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.service.config.LedgerProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The two lines to the seller's product. */
record ProductLines(OutsideSystems systems, LedgerProperties ledger, Clock clock) {

    /** The gateway, which waits for it, has 2.7 s for all of its call (design §3). */
    private static final Duration CHECKED_WITHIN = Duration.ofSeconds(2);

    HttpProvisioner provisioner(ProvisionerProperties.Http http, ProductSecrets secrets, Sealing contact) {
        ledger.requireOutlives("koobridge.provisioner.http.timeout", http.timeout());
        return new HttpProvisioner(
                line("provisioner", http, secrets, http.timeout()),
                line("provisioner-check", http, secrets, CHECKED_WITHIN),
                contact,
                () -> UUID.randomUUID().toString());
    }

    private HttpProvisioner.Line line(
            String system, ProvisionerProperties.Http http, ProductSecrets secrets, Duration timeout) {
        var limits = OutsideLimits.usual().withCallTimeout(timeout);
        return new HttpProvisioner.Line(
                systems.journaled(system, limits),
                new ProductClient(
                        ProductClient.connections(system, limits.concurrentCalls()),
                        requireNonNull(http.url()),
                        secrets.signer(),
                        clock));
    }
}
