package io.koobridge.benchmark.load.licenses;

import io.koobridge.benchmark.load.targets.Reading;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;

/**
 * A run of which every application that was accepted got its licence.
 *
 * @param time from before the first call to the last upload
 */
record Drained(Reading reading, Duration time) {

    Drained {
        if (reading.questions() == 0) {
            throw new StackFailure("No application was accepted");
        }
    }

    double perSecond() {
        return accepted() * 1e9 / time.toNanos();
    }

    /** What a licence cost this process, from the call to the upload. */
    double millisecondsPerLicense(String process) {
        return reading.microsecondsPerCall(process) / 1e3 / reading.askingShare();
    }

    private long accepted() {
        return reading.questions();
    }
}
