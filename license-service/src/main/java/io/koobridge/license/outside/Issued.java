package io.koobridge.license.outside;

import io.koobridge.license.domain.Issuer.Answer;
import io.koobridge.runtime.outside.Verdict;
import io.koobridge.runtime.webhook.WebhookClient;
import org.jspecify.annotations.Nullable;

/** An answer as metrics and timelines tell it: without the licence. */
record Issued(Answer answer) implements Verdict {

    static final WebhookClient.Reader<Issued> READER = new WebhookClient.Reader<>() {

        @Override
        public Issued read(byte[] json) {
            return new Issued(IssuerAnswer.issued(json));
        }

        @Override
        public Issued unusable(String why) {
            return new Issued(new Answer.Failed(why));
        }
    };

    @Override
    public String outcome() {
        return switch (answer) {
            case Answer.Issued _ -> "answered";
            case Answer.Working _ -> "working";
            case Answer.Refused _ -> "refused";
            case Answer.Failed _ -> "unreadable";
        };
    }

    @Override
    public @Nullable String detail() {
        return switch (answer) {
            case Answer.Issued _, Answer.Working _ -> null;
            case Answer.Refused(var why) -> why;
            case Answer.Failed(var why) -> why;
        };
    }
}
