package dev.hourbridge.simulators.internal;

import dev.hourbridge.simulators.Fault;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Requests that are processed later. Guarded by the server's lock.
 *
 * <p>A client cannot distinguish a create that is processed after its response timed out from a lost request. A late
 * commit is due at a time on the simulator's clock or after a number of further requests.
 */
final class LateCommits {
    private static final class Due {
        final Call call;
        final Instant at;
        int furtherRequests;

        Due(Call call, Instant at, int furtherRequests) {
            this.call = call;
            this.at = at;
            this.furtherRequests = furtherRequests;
        }
    }

    private final Clock clock;
    private final Consumer<Call> commit;
    private final List<Due> due = new ArrayList<>();

    LateCommits(Clock clock, Consumer<Call> commit) {
        this.clock = clock;
        this.commit = commit;
    }

    /** Stores a request until the fault's delay has passed or its number of further requests has arrived. */
    void add(Call call, Fault fault) {
        boolean byCount = fault.furtherRequests().isPresent();
        due.add(new Due(
                call,
                byCount ? Instant.MAX : clock.instant().plus(fault.delay()),
                fault.furtherRequests().orElse(Integer.MAX_VALUE)));
    }

    /** Returns the number of requests that are not processed yet. */
    int size() {
        return due.size();
    }

    /**
     * Processes the requests that are due according to the clock. Called before another request, or before the state is
     * read.
     */
    void commitDue() {
        Instant now = clock.instant();
        for (Iterator<Due> each = due.iterator(); each.hasNext(); ) {
            Due next = each.next();
            if (!next.at.isAfter(now)) {
                each.remove();
                commit.accept(next.call);
            }
        }
    }

    /**
     * Counts a processed request for the first {@code known} of the stored requests, and processes those that become
     * due.
     */
    void countRequest(int known) {
        List<Due> ready = new ArrayList<>();
        for (Due each : due.subList(0, known)) {
            if (--each.furtherRequests <= 0) {
                ready.add(each);
            }
        }
        due.removeAll(ready);
        ready.forEach(each -> commit.accept(each.call));
    }

    /** Processes all requests now, in the order in which they arrived. */
    void commitAll() {
        List<Due> all = List.copyOf(due);
        due.clear();
        all.forEach(each -> commit.accept(each.call));
    }
}
