package io.koobridge.simulator.fault;

import java.util.Map;

/** Somebody on the way changed one byte. */
public record BodyChanged() implements Fault.OfWriting {
    @Override
    public String name() {
        return "BODY_CHANGED";
    }

    @Override
    public Expected expected() {
        return Expected.signatureRefused();
    }

    @Override
    public Written written(Map<String, Object> members) {
        byte[] honest = Written.honestly(members).signed();
        byte[] changed = honest.clone();
        // Inside the last text, so that the body stays readable JSON: before the closing quote and brace.
        int at = changed.length - 1;
        while (at > 0 && !Character.isLetterOrDigit(changed[at])) {
            at--;
        }
        changed[at] = (byte) (changed[at] == '0' ? '1' : '0');
        return new Written(honest, changed);
    }
}
