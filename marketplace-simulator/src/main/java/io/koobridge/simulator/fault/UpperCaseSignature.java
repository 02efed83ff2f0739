package io.koobridge.simulator.fault;

import io.koobridge.simulator.signing.CallbackSignature;
import java.util.Locale;

/** As the newer pages print it, and as honest calls are. */
public record UpperCaseSignature() implements Fault.OfQuery {
    @Override
    public String name() {
        return "UPPER_CASE_SIGNATURE";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public String query(CallbackSignature honest) {
        return honest.spelt(honest.signature().toUpperCase(Locale.ROOT)).query();
    }
}
