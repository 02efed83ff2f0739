package io.koobridge.simulator.fault;

/** More calls at the same time: two repeats may overlap (saas-v2 §3.4). */
public record ConcurrentDuplicates(Integer count) implements Fault.OfCalls {

    public ConcurrentDuplicates {
        count = Limits.number("count", count, 3, 1, 50);
    }

    @Override
    public String name() {
        return "CONCURRENT_DUPLICATES";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }
}
