package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of days in order, and requests ranges ahead. For each range requested ahead, it keeps up to {@link
 * DaySource#rowsAimedAt} entries in memory and reads the rest when the iteration reaches them. Use it from one thread
 * only, but any thread may close it.
 */
final class RangeReader {
    private final DaySource source;
    private final int ahead;

    /** Guarded by this, as is whether it is closed. The first stays until it is there, so that a close ends the wait. */
    private final Deque<Request> requests = new ArrayDeque<>();

    /** The request for the range at hand, of which entries may still be read. */
    private @Nullable Request current;

    private boolean closed;

    /** @param ahead the number of requests in flight; 0 to request each range only when it is read */
    RangeReader(DaySource source, int ahead) {
        this.source = source;
        this.ahead = ahead;
    }

    /** Returns the entries of the current range. If the range was requested ahead, waits for that request. */
    Pager<TimeEntry> list(DateRanges ranges) {
        TimeEntryQuery part = ranges.part();
        if (ahead == 0) {
            return source.list(part);
        }
        Request request = request(part);
        ask(ranges.following(ahead - 1));
        try {
            CloseableIterator<TimeEntry> rows = request.await();
            removeFirst();
            ask(ranges.following(ahead));
            return Pagers.streamed(() -> rows);
        } catch (RuntimeException | Error e) {
            cancelAhead();
            throw e;
        }
    }

    /** Returns the request for a range. Requests for other ranges are cancelled: the range at hand was shortened. */
    private synchronized Request request(TimeEntryQuery part) {
        Request first = requests.peekFirst();
        if (first == null || !first.part.equals(part)) {
            cancelAhead();
            first = start(part);
        }
        return first;
    }

    private synchronized void ask(List<TimeEntryQuery> parts) {
        for (TimeEntryQuery part : parts) {
            if (requests.stream().noneMatch(request -> request.part.equals(part))) {
                start(part);
            }
        }
    }

    private Request start(TimeEntryQuery part) {
        if (closed) {
            throw new ClosedIteratorException();
        }
        Request request = new Request(source, part);
        requests.add(request);
        return request;
    }

    private synchronized void removeFirst() {
        current = requests.pollFirst();
    }

    private synchronized void cancelAhead() {
        requests.forEach(Request::cancel);
        requests.clear();
    }

    synchronized void close() {
        closed = true;
        cancelAhead();
        if (current != null) {
            current.cancel();
        }
    }

    private static final class Request {
        private final TimeEntryQuery part;
        private final int maxHeld;
        private final CloseableIterator<TimeEntry> entries;
        private final BackgroundRead<List<TimeEntry>> read;

        Request(DaySource source, TimeEntryQuery part) {
            this.part = part;
            maxHeld = source.rowsAimedAt();
            entries = source.list(part).iterator();
            read = BackgroundRead.start(this::firstRows);
        }

        private List<TimeEntry> firstRows() {
            List<TimeEntry> rows = new ArrayList<>();
            while (rows.size() < maxHeld && entries.hasNext()) {
                rows.add(entries.next());
            }
            return rows;
        }

        CloseableIterator<TimeEntry> await() {
            return new HeldRows(read.await().iterator(), entries);
        }

        void cancel() {
            read.cancel();
            entries.close();
        }
    }

    /** The entries that are held, and then the others. */
    private static final class HeldRows extends AbstractCloseableIterator<TimeEntry> {
        private final Iterator<TimeEntry> held;
        private final CloseableIterator<TimeEntry> others;

        HeldRows(Iterator<TimeEntry> held, CloseableIterator<TimeEntry> others) {
            this.held = held;
            this.others = others;
        }

        @Override
        protected @Nullable TimeEntry computeNext() {
            if (held.hasNext()) {
                return held.next();
            }
            return others.hasNext() ? others.next() : null;
        }

        @Override
        protected void release() {
            others.close();
        }
    }
}
