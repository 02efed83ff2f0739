package io.koobridge.simulator.fault;

/** Somebody who does not have the key. */
public record WrongKey() implements Fault.OfStamp {
    @Override
    public String name() {
        return "WRONG_KEY";
    }

    @Override
    public Expected expected() {
        return Expected.signatureRefused();
    }

    @Override
    public Stamp stamp(Stamp honest) {
        return new Stamp("not-" + honest.accessKey(), honest.millis(), honest.timestamp(), honest.nonce());
    }
}
