package io.koobridge.simulator.fault;

/** The time stamp is off; 60 seconds either way are allowed (saas-v2 §7.2). Near that limit nobody could foretell the answer. */
public record ClockSkew(Integer seconds) implements Fault.OfStamp {
    private static final int SURELY_ALLOWED = 55;
    private static final int SURELY_REFUSED = 65;

    public ClockSkew {
        seconds = Limits.number("seconds", seconds, -120, -100_000_000, 100_000_000);
        int off = Math.abs(seconds);
        if (off > SURELY_ALLOWED && off < SURELY_REFUSED) {
            throw new IllegalArgumentException(
                    "seconds must not be from 56 to 64 either way: too near the limit of 60");
        }
    }

    @Override
    public String name() {
        return "CLOCK_SKEW";
    }

    @Override
    public Expected expected() {
        return Math.abs(seconds) <= SURELY_ALLOWED ? Expected.success() : Expected.parameterRefused();
    }

    @Override
    public Stamp stamp(Stamp honest) {
        return Stamp.at(honest.accessKey(), honest.millis() + seconds * 1000L, honest.nonce());
    }
}
