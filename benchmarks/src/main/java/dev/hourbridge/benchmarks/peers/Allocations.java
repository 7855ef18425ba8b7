package dev.hourbridge.benchmarks.peers;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Counts the bytes that a JVM allocates, including those of threads that have ended, from the growth of the heap
 * between collections. Thread-safe.
 */
final class Allocations {
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    private long allocated;
    private long usedAfter;
    private long collections;

    private Allocations() {
        usedAfter = used();
        collections = total();
    }

    /** Starts counting. */
    static Allocations start() {
        System.gc();
        Allocations counter = new Allocations();
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) bean).addNotificationListener((event, nothing) -> counter.add(event), null, null);
        }
        return counter;
    }

    private synchronized void add(Notification event) {
        if (event.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var collection = GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData())
                    .getGcInfo();
            allocated += heap(collection.getMemoryUsageBeforeGc()) - usedAfter;
            usedAfter = heap(collection.getMemoryUsageAfterGc());
            collections++;
            notifyAll();
        }
    }

    /** Returns the bytes allocated since the start. */
    synchronized long bytes() throws InterruptedException {
        while (collections < total()) {
            wait(1_000);
        }
        return allocated + used() - usedAfter;
    }

    private static long heap(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long total() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
