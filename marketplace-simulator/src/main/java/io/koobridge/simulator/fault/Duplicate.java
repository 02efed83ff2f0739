package io.koobridge.simulator.fault;

/** More calls afterwards, one after the other, each signed anew and with a new businessId (saas-v2 §3.1). */
public record Duplicate(Integer count) implements Fault.OfCalls {

    public Duplicate {
        count = Limits.number("count", count, 1, 1, 20);
    }

    @Override
    public String name() {
        return "DUPLICATE";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }
}
