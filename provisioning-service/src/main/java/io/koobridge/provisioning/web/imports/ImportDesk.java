package io.koobridge.provisioning.web.imports;

import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.ledger.Names.Name;
import io.koobridge.provisioning.web.imports.ImportPlan.Verdict;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.UnreadableEntryException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the rows of a request in. A row claims its names first and is written then: whoever buys its order in between gets
 * an instance under the row's own id, and a crash in between is repaired by the same row.
 */
public final class ImportDesk {

    private static final Logger log = LoggerFactory.getLogger(ImportDesk.class);
    private static final int AT_ONCE = 64;

    private final ImportBook book;
    private final Names names;

    public ImportDesk(ImportBook book, Names names) {
        this.book = book;
        this.names = names;
    }

    /** A row and what is known of its instance. */
    private sealed interface Step {
        record Done(ImportResult result) implements Step {}

        record Found(ImportRow row, @Nullable Instance known) implements Step {}

        record Planned(ImportRow row, @Nullable Instance known, Set<Name> missing) implements Step {}
    }

    /** One result for each row, in their order; an error signal when nobody knows how far it came. */
    Mono<List<ImportResult>> take(List<RowReader.Read> rows, boolean dryRun) {
        return book.ready()
                .then(Flux.fromIterable(rows)
                        .flatMapSequential(this::found, AT_ONCE)
                        .collectList())
                .flatMap(this::planned)
                .flatMap(steps -> (dryRun ? Mono.just(Map.<Name, String>of()) : claimed(steps))
                        .flatMap(owners -> Flux.fromIterable(steps)
                                .flatMapSequential(step -> result(step, owners, dryRun), AT_ONCE)
                                .collectList()))
                .doOnNext(results -> tell(results, dryRun));
    }

    private Mono<Step> found(RowReader.Read read) {
        return switch (read) {
            case RowReader.Read.Faulty(var id, var why) -> Mono.just(new Step.Done(ImportResult.refused(id, why)));
            case RowReader.Read.Row(var row) ->
                book.ledger()
                        .find(row.instanceId())
                        .map(Entry::state)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .<Step>map(known -> new Step.Found(row, known.orElse(null)))
                        .onErrorResume(
                                UnreadableEntryException.class,
                                broken -> Mono.just(new Step.Done(ImportResult.refused(
                                        row.instanceId(), "the instance is there and cannot be read"))));
        };
    }

    private Mono<List<Step>> planned(List<Step> steps) {
        var all = steps.stream()
                .flatMap(step -> step instanceof Step.Found found ? ImportPlan.names(found.row()) : null)
                .distinct()
                .toList();
        return names.owners(all).map(owners -> {
            var plan = new ImportPlan(owners, names::derived);
            return steps.stream().map(step -> planned(step, plan)).toList();
        });
    }

    private static Step planned(Step step, ImportPlan plan) {
        return step instanceof Step.Found(var row, var known)
                ? switch (plan.judge(row, known)) {
                    case Verdict.Taken(var missing) -> new Step.Planned(row, known, missing);
                    case Verdict.Repeated() ->
                        new Step.Done(ImportResult.unchanged(row.instanceId(), "an earlier row says the same"));
                    case Verdict.Refused(var why) -> new Step.Done(ImportResult.refused(row.instanceId(), why));
                }
                : step;
    }

    /** Who owns the names that were claimed just now. */
    private Mono<Map<Name, String>> claimed(List<Step> steps) {
        var missing = new HashMap<Name, String>();
        for (var step : steps) {
            if (step instanceof Step.Planned planned) {
                planned.missing()
                        .forEach(name -> missing.put(name, planned.row().instanceId()));
            }
        }
        return missing.isEmpty() ? Mono.just(Map.of()) : names.claim(missing).then(names.owners(missing.keySet()));
    }

    private Mono<ImportResult> result(Step step, Map<Name, String> owners, boolean dryRun) {
        return switch (step) {
            case Step.Done(var result) -> Mono.just(result);
            case Step.Found found -> throw new IllegalStateException(found.row() + " was not planned");
            case Step.Planned planned
            when dryRun -> book.previewed(planned.row(), planned.known()).map(result -> result.claiming(planned.row()));
            case Step.Planned planned ->
                lost(planned, owners)
                        .map(name -> Mono.just(lateFor(name, planned, owners)))
                        .orElseGet(() -> book.written(planned.row(), planned.known()));
        };
    }

    private static ImportResult lateFor(Name name, Step.Planned planned, Map<Name, String> owners) {
        return ImportResult.refused(
                planned.row().instanceId(),
                "orderId: order %s was bought a moment ago and belongs to instance %s; other names of the row are claimed for it"
                        .formatted(name.order().orderId(), owners.get(name)));
    }

    /** A name of its own that somebody else claimed between looking and claiming. */
    private static Optional<Name> lost(Step.Planned planned, Map<Name, String> owners) {
        var row = planned.row();
        return planned.missing().stream()
                .filter(name -> row.orders().own().contains(name.order()))
                .filter(name -> !row.instanceId().equals(owners.get(name)))
                .findFirst();
    }

    private static void tell(List<ImportResult> results, boolean dryRun) {
        var refused = results.stream()
                .filter(result -> result.result().equals(ImportResult.REFUSED))
                .count();
        log.atInfo()
                .addKeyValue("rows", results.size())
                .addKeyValue("refused", refused)
                .log(dryRun ? "rows were looked at" : "rows were imported");
    }
}
