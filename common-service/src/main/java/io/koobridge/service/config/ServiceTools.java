package io.koobridge.service.config;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.koobridge.service.Telemetry;
import io.koobridge.service.facts.DeadLetters;
import io.koobridge.service.finding.Findings;
import io.koobridge.service.ledger.StoreGuard;
import io.koobridge.service.reconcile.Requests;
import java.util.function.Supplier;

/** What a service has once, however many ledgers it keeps. */
public record ServiceTools(
        Telemetry telemetry,
        Supplier<String> ids,
        LedgerProperties properties,
        MongoDatabase database,
        StoreGuard guard,
        Requests requests,
        DeadLetters deadLetters,
        Findings findings) {}
