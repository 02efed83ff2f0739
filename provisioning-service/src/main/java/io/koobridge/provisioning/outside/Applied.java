package io.koobridge.provisioning.outside;

import io.koobridge.events.instance.AccessForm;
import io.koobridge.provisioning.domain.Provisioner.Answer;
import io.koobridge.runtime.outside.Verdict;
import io.koobridge.runtime.webhook.WebhookClient;
import org.jspecify.annotations.Nullable;

/** A call's answer as metrics and timelines tell it: a product that says no has answered, but not what was hoped for. */
record Applied(Answer answer) implements Verdict {

    /** @param form what access data must look like */
    static WebhookClient.Reader<Applied> reader(AccessForm form) {
        return new WebhookClient.Reader<>() {

            @Override
            public Applied read(byte[] json) {
                return new Applied(ProductAnswer.read(json, form));
            }

            @Override
            public Applied unusable(String why) {
                return new Applied(new Answer.Failed(why));
            }
        };
    }

    @Override
    public String outcome() {
        return switch (answer) {
            case Answer.Ready _ -> "answered";
            case Answer.Working _ -> "working";
            case Answer.Refused _ -> "refused";
            case Answer.Failed _ -> "unreadable";
        };
    }

    @Override
    public @Nullable String detail() {
        return switch (answer) {
            case Answer.Ready _, Answer.Working _ -> null;
            case Answer.Refused(var reason, var detail) -> reason + " " + detail;
            case Answer.Failed(var why) -> why;
        };
    }
}
