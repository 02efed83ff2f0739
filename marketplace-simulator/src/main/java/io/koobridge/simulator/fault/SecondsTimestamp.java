package io.koobridge.simulator.fault;

/** Ten digits, as the text of some editions says (saas-v2 §7.7). */
public record SecondsTimestamp() implements Fault.OfStamp {
    @Override
    public String name() {
        return "SECONDS_TIMESTAMP";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public Stamp stamp(Stamp honest) {
        return new Stamp(honest.accessKey(), honest.millis(), String.valueOf(honest.millis() / 1000), honest.nonce());
    }
}
