package io.koobridge.benchmark.load.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;

/**
 * Linux's clock of what all threads of a process ran, in nanoseconds; those that have ended count too, which the sum over
 * {@code /proc/<pid>/task} forgets. A JVM ends compiler threads all the time.
 */
final class ProcessClock {

    /** The lowest three bits of a clock's number: of a process, as the scheduler counts. The others hold the id, inverted. */
    private static final int SCHEDULER = 2;

    private static final MemoryLayout TIMESPEC = MemoryLayout.structLayout(
            ValueLayout.JAVA_LONG.withName("seconds"), ValueLayout.JAVA_LONG.withName("nanos"));

    private static final Optional<MethodHandle> CLOCK_GETTIME =
            "Linux".equals(System.getProperty("os.name")) ? find() : Optional.empty();

    private ProcessClock() {}

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> find() {
        var linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find("clock_gettime")
                .map(address -> linker.downcallHandle(
                        address,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
    }

    /** Nothing where the system has no such clock, or the process is gone. */
    static Optional<Duration> read(long pid) {
        return CLOCK_GETTIME.flatMap(function -> read(function, Math.toIntExact(pid)));
    }

    private static Optional<Duration> read(MethodHandle function, int pid) {
        try (var arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(TIMESPEC);
            int failed = (int) function.invokeExact((~pid << 3) | SCHEDULER, time);
            return failed == 0
                    ? Optional.of(Duration.ofSeconds(
                            time.get(ValueLayout.JAVA_LONG, 0), time.get(ValueLayout.JAVA_LONG, Long.BYTES)))
                    : Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException("clock_gettime cannot be called", e);
        }
    }
}
