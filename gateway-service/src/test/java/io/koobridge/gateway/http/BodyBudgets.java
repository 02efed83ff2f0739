package io.koobridge.gateway.http;

/** What is left of a budget, for tests elsewhere. */
public final class BodyBudgets {

    private BodyBudgets() {}

    public static long left(BodyBudget budget) {
        return budget.left();
    }
}
