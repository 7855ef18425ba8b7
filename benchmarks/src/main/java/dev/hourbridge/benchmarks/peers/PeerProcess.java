package dev.hourbridge.benchmarks.peers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** Reads a list several times with one client in a separate JVM, and prints the measurements. */
public final class PeerProcess {
    private static final int COLLECTIONS = 6;

    private PeerProcess() {}

    /** Runs the program. Arguments: peer, service, URL, and how many times to read the list (at least 2). */
    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Peer<?> peer = PeerKind.valueOf(arguments[0]).open(arguments[1], arguments[2]);
        System.out.println(measure(peer, start, Integer.parseInt(arguments[3])));
        System.exit(0); // The threads of a client with a pool would delay the exit.
    }

    private static <T> String measure(Peer<T> peer, long opened, int lists) throws Exception {
        double[] seconds = new double[lists];
        long start = opened;
        for (int i = 0; i < lists; i++) {
            peer.reader().read();
            long end = System.nanoTime();
            seconds[i] = (end - start) / 1e9;
            start = end;
        }
        double cpu = processorSeconds();
        double[] later = Arrays.copyOfRange(seconds, 1, lists);
        Arrays.sort(later);
        Held held = hold(peer);
        long retained = (held.used() - usedAfterCollection()) / held.rows();
        return seconds[0] + " " + later[later.length / 2] + " " + cpu + " " + held.allocated() + " " + retained;
    }

    /**
     * The measurements while a list is held: its rows, the bytes allocated per row, and the bytes used by all objects.
     */
    private record Held(int rows, long allocated, long used) {}

    private static <T> Held hold(Peer<T> peer) throws Exception {
        Allocations allocations = Allocations.start();
        List<T> rows = peer.reader().read();
        long allocated = allocations.bytes();
        long used = usedAfterCollection();
        return new Held(peer.sums(rows).rows(), allocated / rows.size(), used);
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /**
     * Returns the minimum of several collections, because objects that wait for a cleaner or finalizer are freed by a
     * later one.
     */
    private static long usedAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
