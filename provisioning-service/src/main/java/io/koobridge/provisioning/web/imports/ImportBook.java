package io.koobridge.provisioning.web.imports;

import io.koobridge.events.Outcome;
import io.koobridge.events.instance.OrderDetails;
import io.koobridge.events.instance.Phase;
import io.koobridge.events.instance.WantedState;
import io.koobridge.events.journal.JournalEntry.FactDecided;
import io.koobridge.provisioning.domain.Decisions;
import io.koobridge.provisioning.domain.Imported;
import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.domain.Part;
import io.koobridge.provisioning.outside.ImportedTexts;
import io.koobridge.service.Telemetry;
import io.koobridge.service.ledger.Change;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.ReconcileRequest;
import io.koobridge.service.reconcile.Requests;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The ledger as imports see it: one row, one instance, through the door of all facts. */
public final class ImportBook {

    private static final String FACT = "imported";

    /** After it the sweep asks for the snapshot: the row itself is written. */
    private static final Duration REQUESTED_WITHIN = Duration.ofSeconds(2);

    private final Shelf shelf;
    private final ImportedTexts texts;
    private final Telemetry telemetry;

    /** The instances, and who is told that a snapshot of one is to be published. */
    public record Shelf(String name, Ledger<Instance> ledger, Requests requests, Mono<Void> ready) {}

    public ImportBook(Shelf shelf, ImportedTexts texts, Telemetry telemetry) {
        this.shelf = shelf;
        this.texts = texts;
        this.telemetry = telemetry;
    }

    Mono<Void> ready() {
        return shelf.ready();
    }

    Ledger<Instance> ledger() {
        return shelf.ledger();
    }

    /** What {@link #written} would do. */
    Mono<ImportResult> previewed(ImportRow row, @Nullable Instance known) {
        return prepared(row, known).map(imported -> result(imported, known, Decisions.decide(known, imported)));
    }

    Mono<ImportResult> written(ImportRow row, @Nullable Instance known) {
        return prepared(row, known).flatMap(imported -> shelf.ledger()
                .apply(imported.instanceId(), current -> Decisions.decide(current, imported))
                .doOnNext(change -> tell(imported.instanceId(), change.outcome()))
                .flatMap(change -> requested(imported.instanceId(), change)
                        .thenReturn(result(imported, known, change.outcome()))));
    }

    /** Sealing is all that costs here, and it is work for processors. */
    private Mono<Imported> prepared(ImportRow row, @Nullable Instance known) {
        return Mono.fromCallable(() -> imported(row, known)).subscribeOn(Schedulers.parallel());
    }

    private Imported imported(ImportRow row, @Nullable Instance known) {
        var before = Optional.ofNullable(known).filter(Instance::onlyImported);
        var boughtBefore = before.map(instance -> instance.spec().bought()).map(Part::value);
        var bought = row.bought();
        var buyer = texts.buyer(
                row.instanceId(),
                Objects.requireNonNull(bought.buyer(), "a row has a buyer, if only an unknown one"),
                row.contact(),
                boughtBefore.map(OrderDetails::buyer).orElse(null));
        var access = Optional.ofNullable(row.access())
                .map(info -> texts.access(
                        row.instanceId(),
                        info,
                        before.map(instance -> instance.status().access()).orElse(null)))
                .orElse(null);
        return new Imported(
                row.instanceId(),
                row.kind(),
                row.order(),
                new OrderDetails(
                        bought.orderType(),
                        bought.chargingMode(),
                        bought.product(),
                        bought.period(),
                        bought.expiresAt(),
                        buyer),
                row.wanted(),
                access,
                row.accessForm(),
                telemetry.clock().instant());
    }

    private static ImportResult result(Imported imported, @Nullable Instance known, Outcome<Instance> outcome) {
        var id = imported.instanceId();
        return switch (outcome) {
            case Outcome.Applied<Instance> _ ->
                ImportResult.of(id, known == null ? ImportResult.CREATED : ImportResult.UPDATED);
            case Outcome.Unchanged<Instance> _ ->
                ImportResult.unchanged(id, known == null ? null : why(imported, known));
            case Outcome.Stale<Instance>(var why) -> ImportResult.unchanged(id, why);
            case Outcome.Refused<Instance>(var reason) -> ImportResult.refused(id, reason.name());
        };
    }

    /** Why nothing changes although the row may say something else. */
    private static @Nullable String why(Imported imported, Instance known) {
        if (!known.onlyImported()) {
            return "already there: what happened to it since counts";
        }
        return known.phase() == Phase.RELEASED && imported.wanted() != WantedState.RELEASED
                ? "already released, and that is final"
                : null;
    }

    /** Also when nothing changed: the first request may have been lost. */
    private Mono<Void> requested(String id, Change<Instance> change) {
        return change.pending()
                .map(ticket -> shelf.requests()
                        .send(new ReconcileRequest(shelf.name(), id, ticket))
                        .timeout(REQUESTED_WITHIN)
                        .onErrorComplete())
                .orElseGet(Mono::empty);
    }

    private void tell(String id, Outcome<Instance> outcome) {
        var service = telemetry.service();
        telemetry
                .metrics()
                .counter("koobridge.facts", "service", service, "fact", FACT, "outcome", outcome.label())
                .increment();
        if (outcome instanceof Outcome.Applied<Instance>) {
            telemetry.journal().write(id, new FactDecided(service, FACT, FACT, outcome.label(), null), null);
        }
    }
}
