package io.koobridge.license.ledger;

import io.koobridge.events.Outcome.Applied;
import io.koobridge.license.domain.Application;
import io.koobridge.license.domain.Decisions;
import io.koobridge.license.domain.KnownInstance;
import io.koobridge.license.domain.Progress;
import io.koobridge.service.ledger.Change;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import java.time.Clock;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger of licences, for whoever changes it by something else than a fact. */
public final class ApplicationBook implements LicenseBook {

    private static final int AT_ONCE = 16;

    private final Shelf shelf;
    private final Function<String, Flux<String>> ofInstance;
    private final Clock clock;

    /** The licences, and who is told that one has work left. */
    public record Shelf(String name, Ledger<Application> ledger, Requests requests, Mono<Void> ready) {}

    /** @param ofInstance ids of an instance's licences */
    public ApplicationBook(Shelf shelf, Function<String, Flux<String>> ofInstance, Clock clock) {
        this.shelf = shelf;
        this.ofInstance = ofInstance;
        this.clock = clock;
    }

    @Override
    public Mono<Void> ordered(KnownInstance instance) {
        return decided(instance.licenceId(), current -> Decisions.ordered(current, instance, clock.instant()));
    }

    /**
     * A licence that is applied for while this runs finds its instance released: its document is written before its worker asks
     * for the instance, and the instance is written before this asks for documents.
     */
    @Override
    public Mono<Void> revoked(String instanceId) {
        return ofInstance
                .apply(instanceId)
                .flatMap(id -> decided(id, Decisions::revoke), AT_ONCE)
                .then();
    }

    @Override
    public Mono<Progress> progress(String licenseId) {
        return find(licenseId).map(Application::progress);
    }

    /** The licence as it is now; empty when nobody asked for it. */
    public Mono<Application> find(String licenseId) {
        return shelf.ready().then(shelf.ledger().find(licenseId)).map(Entry::state);
    }

    /** Somebody asks once more for what was refused for good. */
    public Mono<Void> retried(String licenseId) {
        return decided(licenseId, Decisions::retry);
    }

    /** The issuer has something to say about it. */
    public Mono<Void> woken(String licenseId) {
        return decided(licenseId, Decisions::wake);
    }

    /** A person knows that the marketplace does not have it: whether it gives up its place by that. */
    public Mono<Boolean> placeFreed(String licenseId) {
        return changed(licenseId, Decisions::freePlace).map(change -> change.outcome() instanceof Applied);
    }

    private Mono<Void> decided(String id, Ledger.Decision<Application> decision) {
        return changed(id, decision).then();
    }

    /** The request also when nothing changed: the first one may have been lost. */
    private Mono<Change<Application>> changed(String id, Ledger.Decision<Application> decision) {
        return shelf.ready().then(shelf.ledger().apply(id, decision)).flatMap(change -> change.pending()
                .map(ticket -> shelf.requests().send(new ReconcileRequest(shelf.name(), id, ticket)))
                .orElseGet(Mono::empty)
                .thenReturn(change));
    }
}
