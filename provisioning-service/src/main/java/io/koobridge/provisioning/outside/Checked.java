package io.koobridge.provisioning.outside;

import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.runtime.outside.Verdict;
import io.koobridge.runtime.webhook.WebhookClient;
import org.jspecify.annotations.Nullable;

/** A check's answer as metrics and timelines tell it. */
record Checked(Provisioner.Verdict verdict) implements Verdict {

    static final WebhookClient.Reader<Checked> READER = new WebhookClient.Reader<>() {

        @Override
        public Checked read(byte[] json) {
            return new Checked(ProductVerdict.read(json));
        }

        @Override
        public Checked unusable(String why) {
            return new Checked(new Provisioner.Verdict.Undecided(why));
        }
    };

    @Override
    public String outcome() {
        return switch (verdict) {
            case Provisioner.Verdict.Possible _ -> "answered";
            case Provisioner.Verdict.Impossible _ -> "refused";
            case Provisioner.Verdict.Undecided _ -> "unreadable";
        };
    }

    @Override
    public @Nullable String detail() {
        return switch (verdict) {
            case Provisioner.Verdict.Possible _ -> null;
            case Provisioner.Verdict.Impossible(var why) -> why;
            case Provisioner.Verdict.Undecided(var why) -> why;
        };
    }
}
