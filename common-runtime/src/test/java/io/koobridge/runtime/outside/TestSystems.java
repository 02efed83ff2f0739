package io.koobridge.runtime.outside;

import io.koobridge.runtime.identity.ServiceName;
import io.koobridge.runtime.journal.Journal;
import io.koobridge.runtime.journal.RecordingJournal;
import io.koobridge.runtime.trace.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Outside systems for the tests of other packages. */
public final class TestSystems {

    private TestSystems() {}

    /** Their metrics and journal are looked at by nobody. */
    public static OutsideSystems unreported() {
        return reportingTo(new RecordingJournal());
    }

    public static OutsideSystems reportingTo(Journal journal) {
        var metrics = new SimpleMeterRegistry();
        return new GuardedSystems(
                new CallReport(metrics, journal, new ServiceName("a-service")), metrics, Spans.unrecorded());
    }
}
