package io.koobridge.provisioning.outside;

import io.koobridge.provisioning.domain.Provisioner;
import io.koobridge.provisioning.outside.ProductClient.Response;
import io.koobridge.runtime.outside.Verdict;
import org.jspecify.annotations.Nullable;

/** A check's answer as metrics and timelines tell it. */
record Checked(Provisioner.Verdict verdict) implements Verdict {

    static Checked of(Response response) {
        return new Checked(
                switch (response) {
                    case Response.Body(var json) -> ProductVerdict.read(json);
                    case Response.Unusable(var why) -> new Provisioner.Verdict.Undecided(why);
                });
    }

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
