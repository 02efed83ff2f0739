package io.koobridge.benchmark.load.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What a reader must know of the machine to compare: nothing that names it. */
public record Machine(int processors, long memoryMebibytes, String jdk, String system) {

    public static Machine here() {
        var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                bean.getTotalMemorySize() >> 20,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                "%s %s (%s)"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")));
    }

    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%d processors, %.1f GiB of memory, %s, %s",
                processors,
                memoryMebibytes / 1024.0,
                jdk,
                system);
    }
}
