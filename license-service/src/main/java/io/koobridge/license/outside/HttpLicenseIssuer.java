package io.koobridge.license.outside;

import io.koobridge.license.domain.Issuer;
import io.koobridge.license.domain.LicenseOrder;
import io.koobridge.runtime.outside.Answer.Answered;
import io.koobridge.runtime.outside.Answer.NotSent;
import io.koobridge.runtime.outside.Answer.Uncertain;
import io.koobridge.runtime.outside.OutsideSystem;
import io.koobridge.runtime.webhook.WebhookClient;
import java.net.URI;
import java.util.Map;

/** Asks the seller's licence server over HTTP, each call signed as a Standard Webhook (docs/license-server.md). */
final class HttpLicenseIssuer implements Issuer {

    /** A licence of 8 MiB in Base64, and what stands around it. */
    private static final int LARGEST_ANSWER = 12 * 1024 * 1024;

    private static final String NO_ANSWER = "the call ended without an answer";

    private final OutsideSystem system;
    private final WebhookClient client;

    HttpLicenseIssuer(OutsideSystem system, WebhookClient client) {
        this.system = system;
        this.client = client;
    }

    static WebhookClient.Peer peer(URI url) {
        return new WebhookClient.Peer(
                "the licence server", url, "koobridge.license.issuer.http.secret", LARGEST_ANSWER, Map.of());
    }

    @Override
    public Kind kind() {
        return Kind.HTTP;
    }

    @Override
    public Answer issue(LicenseOrder order) {
        return switch (asked(LicenseCall.ISSUE, order, Issued.READER)) {
            case Answered<Issued>(var reply) -> reply.answer();
            case NotSent<Issued>(var why) -> new Answer.Failed(why);
            case Uncertain<Issued>(var why) -> new Answer.Failed(why);
        };
    }

    @Override
    public Revocation revoke(LicenseOrder order) {
        return switch (asked(LicenseCall.REVOKE, order, Revoked.READER)) {
            case Answered<Revoked>(var reply) -> reply.answer();
            case NotSent<Revoked>(var why) -> new Revocation.Failed(why);
            case Uncertain<Revoked>(var why) -> new Revocation.Failed(why);
        };
    }

    private <T> io.koobridge.runtime.outside.Answer<T> asked(
            LicenseCall call, LicenseOrder order, WebhookClient.Reader<T> reader) {
        var post = client.post(call.messageId(order), call.body(order), reader);
        var answer = system.ask(call.name(), order.licenseId(), post).block();
        return answer == null ? new Uncertain<>(NO_ANSWER) : answer;
    }
}
