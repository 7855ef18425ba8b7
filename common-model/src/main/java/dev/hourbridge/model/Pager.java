package dev.hourbridge.model;

import dev.hourbridge.model.spi.Pagers;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that is read page by page. Each iterator reads the list from its beginning, requests a page when it reaches
 * it, and holds one page at a time. Only the keys of rows that were returned are retained: 16 to 32 bytes per row for
 * numeric ids, and twice as much over ranges of days.
 *
 * <!-- with: TimeTracker tracker, LocalDate monday, LocalDate sunday -->
 * <pre>{@code
 * for (TimeEntry entry : tracker.list(TimeEntryQuery.between(monday, sunday))) {
 *   System.out.println(entry.workTime().localDate() + " " + entry.note());
 * }
 * }</pre>
 *
 * <p>An iterator returns each item once. If the list changes while it is read, the iterator reads it again, at most
 * twice, and skips what it returned before; if the list still changes, or repeats a page, the iterator throws {@link
 * ListChangedException}. Without a snapshot by the service, no reader can notice a row that moves to a page already
 * read while another row is added: if that matters, read the list twice and compare. {@link
 * HourbridgeException#pageToken()} names the page that failed; after a list was read again, resuming from that page may
 * return rows again.
 *
 * <p>A pager is immutable and safe for use by several threads; each iterator, stream and {@link Pages} belongs to one
 * thread. Implementers of {@link TimeTracker} create pagers with {@link Pagers}; there are no other implementations.
 *
 * @param <T> the type of the items
 */
public interface Pager<T> extends Iterable<T> {

    /** Returns a pager over these items, for tests: pages of 500 with tokens and a total, without requests. */
    static <T> Pager<T> of(List<? extends T> items) {
        return Pagers.of(items);
    }

    /**
     * Returns an iterator over the items. An iterator that is not read to its end holds no resources, with one
     * exception: if the list comes in one response of more than 1 MiB, it holds a connection and a thread until the
     * iterator or the client is closed, the iterator is garbage collected, or it was not read for five call timeouts.
     * Other calls never wait for it.
     */
    @Override
    CloseableIterator<T> iterator();

    /**
     * Returns the pages of one reading of the list. A list that comes in one response is divided into pages of 500,
     * which have no next page, because such a list cannot be resumed.
     */
    Pages<T> pages();

    /**
     * Returns the same list, starting at a page.
     *
     * @param token from {@link Page#next()} or {@link HourbridgeException#pageToken()} of the same list
     * @throws InvalidInputException if the token is of another service, account or query, or the list comes in one
     *     response and cannot be resumed
     */
    Pager<T> startingAt(PageToken token);

    /**
     * Returns the same list with pages requested ahead, on daemon threads that end with the iterator. The order of the
     * items is preserved, and an error is thrown at the position of the page that failed.
     *
     * <p>A list that announces its total costs no more requests than without prefetching. If a list ends only with an
     * empty page, as a TeamPulse list may, up to that number of pages is requested beyond the end. If a list comes in
     * one response for each range of days, as for Codebase, ranges are requested ahead; each holds up to 20,000 entries
     * until it is read. A list that comes in one response is not affected.
     *
     * @param pages how many requests may be in flight, 1 to 64; at most one page or range more than that is held
     * @throws InvalidInputException if the number is out of bounds
     */
    Pager<T> prefetch(int pages);

    /** Returns the same list with only the items that match; {@link Page#total()} stays the service's. */
    Pager<T> filter(Predicate<? super T> predicate);

    /** Returns the same list with each item mapped to another item, which must not be null. */
    <R> Pager<R> map(Function<? super T, ? extends R> mapper);

    /** Returns a sequential, lazy stream of the items. Close it if you may not read it to its end. */
    default Stream<T> stream() {
        CloseableIterator<T> iterator = iterator();
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize((Iterator<T>) iterator, characteristics), false)
                .onClose(iterator::close);
    }
}
