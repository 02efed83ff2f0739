package io.koobridge.gateway.command;

import io.koobridge.events.order.OrderFact;
import io.koobridge.events.order.OrderIds;
import io.koobridge.gateway.publish.FactPublisher;
import io.koobridge.gateway.publish.Publication;
import reactor.core.publisher.Mono;

/**
 * Stores that an order is there. Nobody is asked: a repetition is a success like the first call (order-notification §5), and what the order says is
 * looked up by whoever reads the fact.
 */
final class Notices {

    private final FactPublisher<OrderFact> publisher;

    Notices(FactPublisher<OrderFact> publisher) {
        this.publisher = publisher;
    }

    Mono<Reply> carryOut(Command.Notice notice, Circumstances circumstances) {
        var order = notice.order();
        return publisher
                .publish(circumstances.event(notice.factId(), OrderIds.of(order.order()), order))
                .map(publication -> switch (publication) {
                    case Publication.Stored _ -> new Reply.Noted(false);
                    case Publication.NotStored _ -> new Reply.Refused(Refusal.NOT_STORED);
                });
    }
}
