package io.koobridge.provisioning.reconcile;

import io.koobridge.provisioning.domain.ObservedOrder;
import io.koobridge.provisioning.domain.OrderDecisions;
import io.koobridge.provisioning.ledger.ObservedOrders;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.ledger.UnreadableEntryException;
import io.koobridge.service.reconcile.Patrol;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has orders compared again that were not known, that still wait for their calls, or that were not expected, once a call that belongs to them has come. Asked of
 * the few that are open, so that no call has to ask it of every order that it names.
 */
public final class OrderPatrol implements Patrol {

    private static final Logger log = LoggerFactory.getLogger(OrderPatrol.class);

    private final Book book;
    private final Known known;
    private final FindingBook findings;

    /** The orders, and how somebody is made to look at one. */
    public record Book(String name, Ledger<ObservedOrder> ledger, ObservedOrders observed, Requests requests) {}

    /** What can be known of orders. */
    public record Known(OrderKnowledge orders, Expectations expectations) {}

    public OrderPatrol(Book book, Known known, FindingBook findings) {
        this.book = book;
        this.known = known;
        this.findings = findings;
    }

    @Override
    public Mono<Long> once() {
        return Flux.concat(
                        findings.subjects(OrderFinding.ORDER_UNKNOWN),
                        book.observed().resting(),
                        findings.subjects(OrderFinding.PRODUCT_NOT_SERVED)
                                .filterWhen(product -> known.expectations().serves(product))
                                .concatMap(this::ofServed))
                .filterWhen(this::isKnownNow)
                .concatMap(this::compareAgain)
                .count();
    }

    /** Nobody need be told any more that the product is not served; its orders were not expected for that reason alone. */
    private Flux<String> ofServed(String product) {
        return findings.close(product, OrderFinding.PRODUCT_NOT_SERVED)
                .thenMany(Flux.defer(() -> book.observed().notExpectedOf(product)));
    }

    @Override
    public String meaning() {
        return "orders that were not known are known now";
    }

    /** A broken document hides no other. */
    private Mono<Boolean> isKnownNow(String id) {
        return book.ledger()
                .find(id)
                .map(Entry::state)
                .flatMap(known.orders()::instanceOf)
                .hasElement()
                .onErrorResume(UnreadableEntryException.class, broken -> {
                    log.atError().addKeyValue("instanceId", id).setCause(broken).log("an order cannot be read");
                    return Mono.just(false);
                });
    }

    private Mono<String> compareAgain(String id) {
        return book.ledger()
                .apply(id, OrderDecisions::compareAgain)
                .flatMap(change -> Mono.justOrEmpty(change.pending()))
                .flatMap(ticket -> book.requests().send(new ReconcileRequest(book.name(), id, ticket)))
                .thenReturn(id);
    }
}
