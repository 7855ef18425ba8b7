package dev.hourbridge.resilience.concurrency;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import java.util.ArrayList;
import java.util.List;

/** A program that uses each client, closes it or forgets to, and comes to its end. */
final class ShortProgram {
    private ShortProgram() {}

    public static void main(String[] args) {
        boolean closes = args[0].equals("close");
        List<TimeTracker> forgotten = new ArrayList<>();
        int url = 1;
        for (Service service : Service.values()) {
            TimeTracker tracker = service.client(args[url++], HttpOptions.ofDefaults());
            service.list(tracker).forEach(entry -> {});
            service.get(tracker);
            service.create(tracker);
            // Left open in the middle, as a program that breaks out of a loop leaves it.
            service.list(tracker).iterator().next();
            if (closes) {
                tracker.close();
            } else {
                forgotten.add(tracker);
            }
        }
        System.out.println(forgotten.size() + " clients forgotten, waiting for " + others());
    }

    /** The threads that the program's end waits for, but this one. */
    private static List<String> others() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                .map(Thread::getName)
                .toList();
    }
}
