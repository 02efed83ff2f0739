package io.koobridge.service.ledger;

import io.koobridge.events.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a decision did to a ledger.
 *
 * @param ticket of the unsettled work after it; a request for it goes onto Kafka even when nothing changed, because the
 *     first one may have been lost (design §5)
 */
public record Change<S>(Outcome<S> outcome, @Nullable String ticket) {

    public Optional<String> pending() {
        return Optional.ofNullable(ticket);
    }
}
