package io.koobridge.simulator.fault;

/** Fifteen digits, as one printed example has; nobody may read more into it than text (saas-v1 §1.3). */
public record ShortTimestamp() implements Fault.OfStamp {

    @Override
    public String name() {
        return "SHORT_TIMESTAMP";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public Stamp stamp(Stamp honest) {
        return new Stamp(honest.accessKey(), honest.millis(), honest.timestamp().substring(0, 15), honest.nonce());
    }
}
