package dev.hourbridge.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;

/** What it ran on, without any name. */
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

    /** How busy it was before anything began: processes that want to run, on average of the last minute. */
    static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
