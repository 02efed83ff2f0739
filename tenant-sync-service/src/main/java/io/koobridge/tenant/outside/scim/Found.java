package io.koobridge.tenant.outside.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.koobridge.runtime.webhook.WebhookText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry as the server has it. */
record Found(String id, ObjectNode resource) {

    private static final int LONGEST_ID = 512;

    /** The oldest first, for everybody alike. */
    static final Comparator<Found> BY_AGE = Comparator.comparing(
                    (Found found) -> found.resource.path("meta").path("created").asText())
            .thenComparing(Found::id);

    static Optional<Found> of(@Nullable JsonNode resource) {
        return resource instanceof ObjectNode object
                ? Optional.of(object.path("id").asText()).filter(Found::usable).map(id -> new Found(id, object))
                : Optional.empty();
    }

    /** What a search found; nothing when that is no answer to a search. */
    static Optional<List<Found>> all(@Nullable ObjectNode list) {
        return list == null || (!list.has("Resources") && !list.has("totalResults"))
                ? Optional.empty()
                : Optional.of(list.path("Resources")
                        .valueStream()
                        .flatMap(one -> of(one).stream())
                        .toList());
    }

    /** Whether it can be kept, and stand in an address. */
    static boolean usable(String id) {
        return !id.isBlank()
                && id.length() <= LONGEST_ID
                && !id.equals(".")
                && !id.equals("..")
                && WebhookText.wellFormed(id);
    }

    /** Empty where it has none. */
    String externalId() {
        return resource.path("externalId").asText();
    }

    @Nullable String version() {
        var version = resource.path("meta").path("version").asText();
        return version.matches("(W/)?\"[\\x21\\x23-\\x7e]*\"") ? version : null;
    }

    @Override
    public String toString() {
        return "Found[id=%s]".formatted(id);
    }
}
