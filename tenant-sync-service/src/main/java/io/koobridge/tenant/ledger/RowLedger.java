package io.koobridge.tenant.ledger;

import io.koobridge.events.Outcome;
import io.koobridge.events.Outcome.Applied;
import io.koobridge.events.tenant.TenantIds;
import io.koobridge.service.facts.UndecidableFactException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Applies one word to many rows of one tenant: read together, decided each, written together, and again if somebody was quicker with one. */
final class RowLedger<T> {

    private static final int CONFLICTS_AT_MOST = 100;

    private final RowTable<T> table;

    RowLedger(RowTable<T> table) {
        this.table = table;
    }

    /** Rows that are told of twice are decided twice, in their order. */
    Mono<Tally> apply(Telling telling, List<RowChange<T>> changes) {
        return Mono.defer(() -> once(telling, changes)).repeatWhenEmpty(CONFLICTS_AT_MOST, turns -> turns);
    }

    private Mono<Tally> once(Telling telling, List<RowChange<T>> changes) {
        var codes = changes.stream().map(RowChange::code).distinct().toList();
        return table.known(telling.tenantId(), codes).flatMap(known -> {
            var next = new HashMap<String, T>();
            var tally = Tally.NONE;
            for (var change : changes) {
                var id = TenantIds.of(telling.tenantId(), change.code());
                var outcome = decide(change, known.get(id), next.get(id), telling.cause());
                tally = tally.plus(outcome);
                if (outcome instanceof Applied<T>(T applied)) {
                    next.put(id, applied);
                }
            }
            return write(telling, known, next, tally);
        });
    }

    private Outcome<T> decide(
            RowChange<T> change, RowTable.@Nullable Known<T> known, @Nullable T changed, String cause) {
        if (known != null && known.causes().contains(cause)) {
            return new Outcome.Unchanged<>();
        }
        try {
            return change.decision()
                    .decide(
                            changed != null || known == null
                                    ? changed
                                    : known.row().state());
        } catch (RuntimeException e) {
            throw new UndecidableFactException(e);
        }
    }

    private Mono<Tally> write(Telling telling, Map<String, RowTable.Known<T>> known, Map<String, T> next, Tally tally) {
        var writes = table.writes(telling);
        next.forEach((id, state) -> writes.add(id, known.get(id), state));
        return writes.write().filter(written -> written).map(_ -> tally);
    }
}
