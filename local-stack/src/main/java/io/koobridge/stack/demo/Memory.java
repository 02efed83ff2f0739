package io.koobridge.stack.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What each process of a suite occupies in memory, beside what it should stay within. The demo tells it, the benchmark judges it. */
public final class Memory {

    private static final String PID = "KOOBRIDGE_PID_";
    private static final long KIBIBYTES = 1024;
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    /** In MiB, by process; the product is the seller's own. */
    public static final Map<String, Long> BARS = Map.of(
            "gateway",
            300L,
            "provisioning",
            300L,
            "license",
            300L,
            "tenants",
            300L,
            "broker",
            200L,
            "store",
            300L,
            "simulator",
            200L);

    private Memory() {}

    /** @param variables of the suite's {@code local.env}, as they are now: a process that died has another id */
    static void print(Map<String, String> variables, PrintStream out) {
        var pids = new TreeMap<String, Long>();
        variables.forEach((name, value) -> {
            if (name.startsWith(PID)) {
                pids.put(name.substring(PID.length()).toLowerCase(Locale.ROOT), Long.parseLong(value));
            }
        });
        if (pids.isEmpty()) {
            return;
        }
        out.println();
        out.println("   memory          MiB   bar");
        pids.forEach((name, pid) -> out.println(line(name, resident(pid))));
    }

    static String line(String name, OptionalLong kibibytes) {
        if (kibibytes.isEmpty()) {
            return "   %-13s     ?".formatted(name);
        }
        long mebibytes = Math.ceilDiv(kibibytes.getAsLong(), KIBIBYTES);
        Long bar = BARS.get(name);
        String beside = bar == null ? "" : " %5d%s".formatted(bar, mebibytes > bar ? "   above" : "");
        return "   %-13s %5d%s".formatted(name, mebibytes, beside);
    }

    /** In KiB, shared libraries included: from the kernel where it tells, else from ps. Empty when the process is gone. */
    public static OptionalLong resident(long pid) {
        try {
            Path status = Path.of("/proc", Long.toString(pid), "status");
            return Files.exists(status) ? ofStatus(Files.readString(status)) : ofPs(pid);
        } catch (IOException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    static OptionalLong ofStatus(String status) {
        var found = RESIDENT.matcher(status);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    private static OptionalLong ofPs(long pid) throws IOException, InterruptedException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        ps.getOutputStream().close();
        String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return ps.waitFor() == 0 && said.matches("\\d{1,12}")
                ? OptionalLong.of(Long.parseLong(said))
                : OptionalLong.empty();
    }
}
