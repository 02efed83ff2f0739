package io.koobridge.tenant.outside.webhook;

import io.koobridge.runtime.outside.Verdict;
import io.koobridge.runtime.webhook.WebhookClient;
import io.koobridge.runtime.webhook.WebhookClient.Refusal;
import io.koobridge.runtime.webhook.WebhookJson;
import io.koobridge.runtime.webhook.WebhookJson.Reading;
import io.koobridge.runtime.webhook.WebhookText;
import io.koobridge.tenant.domain.directory.Place;
import io.koobridge.tenant.domain.directory.Written;
import org.jspecify.annotations.Nullable;

/** An answer of the seller's service as metrics and timelines tell it. */
record Taken(Written written) implements Verdict {

    private static final int LONGEST_ID = 512;

    /** What a success may say: where the entry is kept. */
    record Told(@Nullable String id) {}

    /**
     * Reads answers about one entry. Whoever answers with a success has taken it, whatever else he says.
     *
     * @param within the place of its department
     */
    record Reader(@Nullable String within) implements WebhookClient.Reader<Taken> {

        @Override
        public Taken read(byte[] json) {
            return new Taken(new Written.Done(
                    WebhookJson.read(json, Told.class) instanceof Reading.Read<Told>(Told(String id)) && usable(id)
                            ? new Place(id, within)
                            : null));
        }

        @Override
        public Taken unusable(String why) {
            return new Taken(new Written.Done(null));
        }

        @Override
        public Taken refused(Refusal refusal) {
            return new Taken(
                    switch (refusal.status()) {
                        case 410, 422 -> new Written.Refused(refusal.why());
                        default -> new Written.Later(refusal.retryAfter(), refusal.why());
                    });
        }

        private static boolean usable(@Nullable String id) {
            return id != null && !id.isBlank() && id.length() <= LONGEST_ID && WebhookText.wellFormed(id);
        }
    }

    @Override
    public String outcome() {
        return switch (written) {
            case Written.Done _ -> "answered";
            case Written.Later _, Written.Orphaned _ -> "failed";
            case Written.Refused _ -> "refused";
        };
    }

    @Override
    public @Nullable String detail() {
        return switch (written) {
            case Written.Done _, Written.Orphaned _ -> null;
            case Written.Later later -> later.why();
            case Written.Refused(var why) -> why;
        };
    }
}
