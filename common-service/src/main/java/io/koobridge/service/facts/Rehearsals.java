package io.koobridge.service.facts;

import io.koobridge.service.facts.Rehearsal.PutAside;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A record before all ledgers of a service: the first that can read it decides. */
public final class Rehearsals {

    private final Supplier<? extends List<? extends FactRehearsal<?, ?>>> ledgers;

    public Rehearsals(Supplier<? extends List<? extends FactRehearsal<?, ?>>> ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * Rehearses one record.
     *
     * @param headers as text
     */
    public Mono<Rehearsal> of(Map<String, String> headers, byte @Nullable [] value) {
        return Flux.fromIterable(ledgers.get())
                .concatMap(ledger -> ledger.of(headers, value))
                .collectList()
                .map(all -> all.stream()
                        .filter(rehearsal -> !(rehearsal instanceof PutAside aside
                                && aside.reason().equals(FactRehearsal.UNREADABLE)))
                        .findFirst()
                        .or(() -> all.stream().findFirst())
                        .orElseGet(() -> new PutAside(FactRehearsal.UNREADABLE, "no ledger is kept here")));
    }
}
