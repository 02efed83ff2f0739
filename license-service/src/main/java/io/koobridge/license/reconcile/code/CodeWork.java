package io.koobridge.license.reconcile.code;

import io.koobridge.license.domain.code.AuthorizationCode;
import io.koobridge.license.domain.code.CodeMarket;
import io.koobridge.license.ledger.code.WaitingCodes;
import io.koobridge.service.finding.FindingBook;
import io.koobridge.service.ledger.Ledger;
import io.koobridge.service.reconcile.Requests;
import io.koobridge.service.reconcile.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Puts the worker of codes together. */
public final class CodeWork {

    private CodeWork() {}

    /**
     * What each worker needs.
     *
     * @param reportAfter how long uses are collected
     */
    public record Tools(CodeMarket market, FindingBook findings, Duration reportAfter, Clock clock) {}

    /**
     * The ledger's documents by another thing than their id.
     *
     * @param ledger asked when a code is worked on, for it is made of the worker
     */
    public record Book(
            String name, Supplier<Ledger<AuthorizationCode>> ledger, WaitingCodes waiting, Requests requests) {}

    /** One call for each code. */
    public static Worker<AuthorizationCode> oneByOne(Tools tools) {
        return worker(new SingleActivation(tools.market(), tools.clock()), tools);
    }

    /** One call for up to a hundred. */
    public static Worker<AuthorizationCode> together(Tools tools, Book book) {
        var alone = new SingleActivation(tools.market(), tools.clock());
        var made = new BatchActivation(
                new BatchActivation.Book(book.name(), book.ledger(), book.waiting()::beside, book.requests()),
                tools.market(),
                alone,
                tools.clock());
        return worker(made, tools);
    }

    private static Worker<AuthorizationCode> worker(Activator activator, Tools tools) {
        var usage = new UsageReport(tools.market(), tools.findings(), tools.reportAfter(), tools.clock());
        return new CodeWorker(activator, tools.market(), usage, tools.clock());
    }
}
