package io.koobridge.license.outside;

import static java.util.Objects.requireNonNull;

import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.runtime.webhook.WebhookSecrets;
import io.koobridge.service.config.LedgerProperties;
import java.time.Clock;

/** The line to the seller's licence server. */
record LicenseServer(OutsideSystems systems, LedgerProperties ledger, Clock clock) {

    private static final String SYSTEM = "license-server";

    HttpLicenseIssuer issuer(IssuerProperties.Http http, WebhookSecrets secrets) {
        ledger.requireOutlives("koobridge.license.issuer.http.timeout", http.timeout());
        var limits = OutsideLimits.usual().withCallTimeout(http.timeout());
        return new HttpLicenseIssuer(
                systems.journaled(SYSTEM, limits),
                new WebhookClient(
                        HttpLicenseIssuer.peer(requireNonNull(http.url())),
                        new WebhookClient.Pool(SYSTEM, limits.concurrentCalls()),
                        secrets.signer(),
                        clock));
    }
}
