package dev.hourbridge.benchmarks.services;

import com.sun.net.httpserver.Headers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** So many requests a second of the clock and no more, and headers that say so. */
public final class RequestLimit {
    private final int perSecond;
    private final Clock clock = Clock.systemUTC();
    private final Map<Long, Integer> admitted = new TreeMap<>();
    private int throttled;

    /** A limit of so many requests a second. */
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

    /** The number of rejected requests. */
    public synchronized int throttled() {
        return throttled;
    }

    /** The share of the limit that was used, over the whole seconds between the first and the last. */
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
