package io.koobridge.simulator.fault;

/**
 * Signed now, delivered after the next step's first attempt.
 *
 * @param seconds how much later the next step is signed: the seller knows an older call by its time stamp
 */
public record Reorder(Integer seconds) implements Fault.OfCalls {

    public Reorder {
        seconds = Limits.number("seconds", seconds, 6, 0, 30);
    }

    @Override
    public String name() {
        return "REORDER";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }
}
