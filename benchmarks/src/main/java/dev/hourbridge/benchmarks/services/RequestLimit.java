package dev.hourbridge.benchmarks.services;

import com.sun.net.httpserver.Headers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A limit on the requests per second of clock time, and the headers that report it. */
public final class RequestLimit {
    private final int perSecond;
    private final Clock clock = Clock.systemUTC();
    private final Map<Long, Integer> admitted = new TreeMap<>();
    private int throttled;

    /** Creates a limit of this many requests per second. */
    public RequestLimit(int perSecond) {
        this.perSecond = perSecond;
    }

    synchronized boolean admits(Headers headers) {
        long second = clock.instant().getEpochSecond();
        int count = admitted.getOrDefault(second, 0);
        boolean admits = count < perSecond;
        if (admits) {
            admitted.put(second, ++count);
        } else {
            throttled++;
        }
        headers.set("X-RateLimit-Limit", Integer.toString(perSecond));
        headers.set("X-RateLimit-Remaining", Integer.toString(perSecond - count));
        headers.set("X-RateLimit-Reset", Long.toString(second + 1));
        return admits;
    }

    /** Returns the number of rejected requests. */
    public synchronized int throttled() {
        return throttled;
    }

    /** Returns the share of the limit that was used in all whole seconds between the first and the last. */
    public synchronized double used() {
        List<Long> seconds = new ArrayList<>(admitted.keySet());
        long first = seconds.get(0) + 1;
        long last = seconds.get(seconds.size() - 1);
        long requests = 0;
        for (long second = first; second < last; second++) {
            requests += admitted.getOrDefault(second, 0);
        }
        return (double) requests / ((last - first) * perSecond);
    }
}
