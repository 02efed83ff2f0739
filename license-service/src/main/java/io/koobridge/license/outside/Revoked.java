package io.koobridge.license.outside;

import io.koobridge.license.domain.Issuer.Revocation;
import io.koobridge.runtime.outside.Verdict;
import io.koobridge.runtime.webhook.WebhookClient;
import org.jspecify.annotations.Nullable;

/** The answer to a revocation as metrics and timelines tell it. */
record Revoked(Revocation answer) implements Verdict {

    static final WebhookClient.Reader<Revoked> READER = new WebhookClient.Reader<>() {

        @Override
        public Revoked read(byte[] json) {
            return new Revoked(IssuerAnswer.revoked(json));
        }

        @Override
        public Revoked unusable(String why) {
            return new Revoked(new Revocation.Failed(why));
        }
    };

    @Override
    public String outcome() {
        return switch (answer) {
            case Revocation.Done _ -> "answered";
            case Revocation.Failed _ -> "unreadable";
        };
    }

    @Override
    public @Nullable String detail() {
        return switch (answer) {
            case Revocation.Done _ -> null;
            case Revocation.Failed(var why) -> why;
        };
    }
}
