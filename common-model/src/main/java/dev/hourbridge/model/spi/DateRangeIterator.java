package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Iterates once over the ranges of days of a list. If an entry moves from one range to another, its second occurrence
 * is skipped.
 */
abstract class DateRangeIterator<T, E> extends AbstractCloseableIterator<E> {
    private final DaySource source;
    private final Function<Pager<TimeEntry>, Pager<T>> view;
    private final TokenScope scope;
    private final DateRanges ranges;
    private final RangeReader reader;
    private final KeySet seen = new KeySet();
    private long rows;

    private @Nullable PageToken page;
    private volatile @Nullable CloseableIterator<E> elements;
    private @Nullable HourbridgeException postponed;
    private boolean ended;

    DateRangeIterator(
            TimeEntryQuery query,
            DaySource source,
            Function<Pager<TimeEntry>, Pager<T>> view,
            @Nullable PageToken start,
            int ahead,
            TokenScope scope) {
        this.source = source;
        this.view = view;
        this.scope = scope;
        this.ranges = new DateRanges(query, source);
        this.reader = new RangeReader(source, source.isStreamed() ? ahead : 0);
        this.page = start == null ? null : ranges.enter(start);
    }

    static <T> AbstractCloseableIterator<T> items(
            TimeEntryQuery query,
            DaySource source,
            Function<Pager<TimeEntry>, Pager<T>> view,
            @Nullable PageToken start,
            int ahead,
            TokenScope scope) {
        return new DateRangeIterator<T, T>(query, source, view, start, ahead, scope) {
            @Override
            CloseableIterator<T> walk(Pager<T> range) {
                return range.iterator();
            }

            @Override
            T passOn(T item) {
                return item;
            }
        };
    }

    static <T> AbstractCloseableIterator<Page<T>> pages(
            TimeEntryQuery query,
            DaySource source,
            Function<Pager<TimeEntry>, Pager<T>> view,
            @Nullable PageToken start,
            int ahead,
            TokenScope scope) {
        return new DateRangeIterator<T, Page<T>>(query, source, view, start, ahead, scope) {
            @Override
            CloseableIterator<Page<T>> walk(Pager<T> range) {
                return range.pages().iterator();
            }

            @Override
            Page<T> passOn(Page<T> page) {
                return named(page);
            }
        };
    }

    abstract CloseableIterator<E> walk(Pager<T> range);

    abstract E passOn(E element);

    /** Returns a page of a range as a page of the whole list. The total of a single range is dropped. */
    final Page<T> named(Page<T> read) {
        if (ranges.isWhole()) {
            return PageIterator.with(read, read.items(), token(read.next().orElse(null)));
        }
        if (read.next().isPresent()) {
            return Page.of(read.items(), token(read.next().get()));
        }
        if (rangeGoesOn()) {
            // A range that comes in one response: its next page is reached only by reading the whole range.
            return Page.of(read.items(), token(null));
        }
        goOn();
        return Page.of(read.items(), ended ? null : token(null));
    }

    private @Nullable PageToken token(@Nullable PageToken pageOfRange) {
        return scope.mark(ranges.token(pageOfRange));
    }

    /** Returns an error beyond the page at hand waits until that is handed out. */
    private boolean rangeGoesOn() {
        try {
            CloseableIterator<E> range = elements;
            return range != null && range.hasNext();
        } catch (HourbridgeException e) {
            postponed = e;
            return true;
        }
    }

    @Override
    protected final @Nullable E computeNext() {
        try {
            E element = null;
            while (element == null && !ended) {
                requireOpen();
                element = advance();
            }
            return element;
        } catch (HourbridgeException e) {
            e.resumeAt(token(e.pageToken().orElse(null)));
            throw e;
        }
    }

    /** Returns the next element of the range at hand, or null if another range has begun, or there is none. */
    private @Nullable E advance() {
        try {
            HourbridgeException failure = postponed;
            if (failure != null) {
                postponed = null;
                throw failure;
            }
            CloseableIterator<E> range = begun();
            if (range.hasNext()) {
                return passOn(range.next());
            }
            goOn();
        } catch (ListTooLongException e) {
            if (e.isCapped() || !shorten()) {
                throw e;
            }
        }
        return null;
    }

    private CloseableIterator<E> begun() {
        CloseableIterator<E> range = elements;
        if (range == null) {
            range = walk(range());
            elements = range;
            requireOpen();
        }
        return range;
    }

    private Pager<T> range() {
        Pager<TimeEntry> entries = reader.list(ranges);
        Pager<TimeEntry> entered = page == null ? entries : entries.startingAt(page);
        return view.apply(entered.filter(this::isNew));
    }

    private boolean isNew(TimeEntry entry) {
        rows++;
        boolean isNew = seen.add(source.key(entry));
        if (seen.size() > source.maxRows()) {
            throw ListTooLongException.beyondCap(source.maxRows());
        }
        return isNew;
    }

    private void goOn() {
        elements = null;
        page = null;
        ended = !ranges.next(rows);
        rows = 0;
    }

    /** False where the list was resumed midway: what was read of the range before cannot be recognized. */
    private boolean shorten() {
        if (page != null) {
            return false;
        }
        elements = null;
        rows = 0;
        return ranges.shorten();
    }

    @Override
    protected final void release() {
        reader.close();
        CloseableIterator<E> open = elements;
        if (open != null) {
            open.close();
        }
    }
}
