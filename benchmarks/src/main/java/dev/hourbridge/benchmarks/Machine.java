package dev.hourbridge.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

/** Describes the machine of a run, without names. */
final class Machine {
    private Machine() {}

    static String describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Stream.of(
                        Runtime.getRuntime().availableProcessors() + " cores (" + System.getProperty("os.arch") + ")",
                        Math.round(system.getTotalMemorySize() / (double) (1 << 30)) + " GB of memory",
                        "JDK " + Runtime.version(),
                        System.getProperty("os.name"))
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
    }

    /** Returns the load before the run: the average number of runnable processes in the last minute. */
    static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
