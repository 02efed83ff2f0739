package io.koobridge.gateway.lost;

import io.koobridge.events.TraceContext;
import io.koobridge.events.inquiry.LostCall;
import java.time.Instant;
import java.util.SplittableRandom;

/** Calls that were lost. */
final class LostExamples {

    static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private LostExamples() {}

    static Lost release(String instanceId) {
        return release(instanceId, AT);
    }

    static Lost release(String instanceId, Instant at) {
        return lost(Owner.PROVISIONING, new LostCall(instanceId, null, "releaseLicense", "000005", "not_stored", at));
    }

    static Lost renewal(String instanceId) {
        return lost(Owner.PROVISIONING, new LostCall(instanceId, null, "refreshLicense", "000005", "not_stored", AT));
    }

    static Lost application(String instanceId, String eventId) {
        return lost(Owner.LICENSES, new LostCall(instanceId, eventId, "getLicenseAsync", "000005", "service_away", AT));
    }

    private static Lost lost(Owner owner, LostCall call) {
        return new Lost(owner, call, TraceContext.begin(new SplittableRandom(1)));
    }
}
