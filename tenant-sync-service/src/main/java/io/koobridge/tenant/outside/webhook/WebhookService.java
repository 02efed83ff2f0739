package io.koobridge.tenant.outside.webhook;

import static java.util.Objects.requireNonNull;

import io.koobridge.runtime.outside.OutsideLimits;
import io.koobridge.runtime.outside.OutsideSystems;
import io.koobridge.runtime.webhook.WebhookClient;
import java.time.Clock;

/** The line to the seller's own service. */
public record WebhookService(OutsideSystems systems, Clock clock) {

    private static final String SYSTEM = "directory";

    /** What writes to it. The settings have a url. */
    public WebhookDirectory directory(WebhookDirectorySettings settings) {
        var limits = OutsideLimits.usual().withCallTimeout(settings.timeout());
        return new WebhookDirectory(
                systems.journaled(SYSTEM, limits),
                new WebhookClient(
                        WebhookDirectory.peer(requireNonNull(settings.url())),
                        new WebhookClient.Pool(SYSTEM, limits.concurrentCalls()),
                        settings.known().signer(),
                        clock));
    }
}
