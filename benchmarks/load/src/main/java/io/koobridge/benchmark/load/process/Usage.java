package io.koobridge.benchmark.load.process;

import io.koobridge.stack.demo.Memory;
import io.koobridge.stack.process.StackFailure;
import java.time.Duration;

/** What a process has used, as the system counts it. */
public final class Usage {

    private Usage() {}

    /**
     * All its threads' time on processors since it began, in user and kernel mode: in nanoseconds on Linux, elsewhere in what the system counts,
     * which may be hundredths of a second.
     */
    public static Duration processorTime(long pid) {
        return ProcessClock.read(pid)
                .or(() ->
                        ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()))
                .orElseThrow(() -> new StackFailure("Process " + pid + " is gone, or the system hides its time"));
    }

    /** Its resident memory in KiB: everything of it that is in memory, shared libraries included. */
    public static long residentKib(long pid) {
        return Memory.resident(pid)
                .orElseThrow(() -> new StackFailure("Process " + pid + " is gone, or the system hides its memory"));
    }
}
