package io.koobridge.service.config;

import io.koobridge.events.wire.EventFamily;
import io.koobridge.service.facts.FactRules;
import io.koobridge.service.ledger.Shape;
import io.koobridge.service.reconcile.Snapshots;
import io.koobridge.service.reconcile.Worker;

/**
 * Everything that makes one ledger different from another.
 *
 * @param name of the collection, and of the ledger in requests
 * @param family of the facts that change it
 */
public record LedgerDefinition<F, S>(
        String name,
        Shape<S> shape,
        EventFamily<F> family,
        FactRules<F, S> rules,
        Worker<S> worker,
        Snapshots<S> snapshots) {}
