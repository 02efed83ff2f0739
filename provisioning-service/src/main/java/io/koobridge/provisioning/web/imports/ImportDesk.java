package io.koobridge.provisioning.web.imports;

import io.koobridge.provisioning.domain.Instance;
import io.koobridge.provisioning.ledger.Names;
import io.koobridge.provisioning.web.imports.ImportClaims.Claim;
import io.koobridge.provisioning.web.imports.ImportPlan.Verdict;
import io.koobridge.service.ledger.Entry;
import io.koobridge.service.ledger.UnreadableEntryException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final ImportClaims claims;

    public ImportDesk(ImportBook book, Names names) {
        this.book = book;
        this.names = names;
        this.claims = new ImportClaims(names);
    }

    /** A row and what is known of its instance. */
    private sealed interface Step {
        record Done(ImportResult result) implements Step {}

        record Found(ImportRow row, @Nullable Instance known) implements Step {}

        record Planned(Claim claim, @Nullable Instance known) implements Step {}
    }

    /** One result for each row, in their order; an error signal when nobody knows how far it came. */
    Mono<List<ImportResult>> take(List<RowReader.Read> rows, boolean dryRun) {
        return book.ready()
                .then(Flux.fromIterable(rows)
                        .flatMapSequential(this::found, AT_ONCE)
                        .collectList())
                .flatMap(this::planned)
                .flatMap(steps -> (dryRun ? Mono.just(Map.<String, String>of()) : claimed(steps))
                        .flatMap(late -> Flux.fromIterable(steps)
                                .flatMapSequential(step -> result(step, late, dryRun), AT_ONCE)
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
                    case Verdict.Taken(var missing) -> new Step.Planned(new Claim(row, known == null, missing), known);
                    case Verdict.Repeated() ->
                        new Step.Done(ImportResult.unchanged(row.instanceId(), "an earlier row says the same"));
                    case Verdict.Refused(var why) -> new Step.Done(ImportResult.refused(row.instanceId(), why));
                }
                : step;
    }

    /** Why rows came too late, by their ids. */
    private Mono<Map<String, String>> claimed(List<Step> steps) {
        return claims.take(steps.stream()
                .<Claim>mapMulti((step, taken) -> {
                    if (step instanceof Step.Planned planned) {
                        taken.accept(planned.claim());
                    }
                })
                .toList());
    }

    private Mono<ImportResult> result(Step step, Map<String, String> late, boolean dryRun) {
        return switch (step) {
            case Step.Done(var result) -> Mono.just(result);
            case Step.Found found -> throw new IllegalStateException(found.row() + " was not planned");
            case Step.Planned(var claim, var known)
            when dryRun -> book.previewed(claim.row(), known).map(result -> result.claiming(claim.row()));
            case Step.Planned(var claim, var known)
            when late.containsKey(claim.id()) -> Mono.just(ImportResult.refused(claim.id(), late.get(claim.id())));
            case Step.Planned(var claim, var known) -> book.written(claim.row(), known);
        };
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
