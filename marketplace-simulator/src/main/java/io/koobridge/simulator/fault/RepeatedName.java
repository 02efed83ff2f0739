package io.koobridge.simulator.fault;

/** A name comes twice: the signed string cannot tell which is meant (saas-v1 §7.9). */
public record RepeatedName() implements Fault.OfToken {

    @Override
    public String name() {
        return "REPEATED_NAME";
    }

    @Override
    public Expected expected() {
        return Expected.parameterRefused();
    }

    @Override
    public String query(TokenQuery honest) {
        return "activity=releaseInstance&" + honest.query();
    }
}
