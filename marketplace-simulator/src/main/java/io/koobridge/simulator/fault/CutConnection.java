package io.koobridge.simulator.fault;

/** Closes the connection early; whether the seller has stored the call stays unknown. */
public record CutConnection(At at) implements Fault.OfLine {

    public enum At {
        BEFORE_ANSWER,
        IN_BODY
    }

    public CutConnection {
        at = Limits.orElse(at, At.BEFORE_ANSWER);
    }

    @Override
    public String name() {
        return "CUT_CONNECTION";
    }

    @Override
    public Expected expected() {
        return Expected.noAnswer();
    }
}
