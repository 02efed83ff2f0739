package io.koobridge.simulator.fault;

import io.koobridge.simulator.signing.CallbackSignature;
import java.util.Locale;

/** As the older pages print it. */
public record LowerCaseSignature() implements Fault.OfQuery {
    @Override
    public String name() {
        return "LOWER_CASE_SIGNATURE";
    }

    @Override
    public Expected expected() {
        return Expected.success();
    }

    @Override
    public String query(CallbackSignature honest) {
        return honest.spelt(honest.signature().toLowerCase(Locale.ROOT)).query();
    }
}
