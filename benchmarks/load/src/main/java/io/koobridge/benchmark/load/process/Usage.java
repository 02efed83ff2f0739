package io.koobridge.benchmark.load.process;

import io.koobridge.stack.process.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path status = Path.of("/proc/" + pid + "/status");
        try {
            return Files.exists(status) ? fromStatus(status) : fromPs(pid);
        } catch (IOException | NumberFormatException e) {
            throw new StackFailure("The memory of process " + pid + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static long fromStatus(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("it ended"));
    }

    /** Systems without /proc. */
    private static long fromPs(long pid) throws IOException {
        var process = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return Long.parseLong(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }
}
