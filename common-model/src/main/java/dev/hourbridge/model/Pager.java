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
 * A list that is read page by page. Each iterator reads the list from the beginning, requests each page when it needs
 * it, and keeps one page in memory. It also keeps the keys of the rows that it returned: 16 to 32 bytes per row for
 * numeric ids, and twice as much if the list is read in ranges of days.
 *
 * <!-- with: TimeTracker tracker, LocalDate monday, LocalDate sunday -->
 * <pre>{@code
 * for (TimeEntry entry : tracker.list(TimeEntryQuery.between(monday, sunday))) {
 *   System.out.println(entry.workTime().localDate() + " " + entry.note());
 * }
 * }</pre>
 *
 * <p>An iterator returns each item once. If the list changes during reading, the iterator reads it again, at most
 * twice, and skips the rows that it already returned. If the list still changes, or repeats a page, the iterator throws
 * {@link ListChangedException}. Unless the service provides a snapshot, no reader can detect a row that moves to a page
 * already read while another row is added. If that matters, read the list twice and compare. {@link
 * HourbridgeException#pageToken()} names the page that failed. If the list was read more than once, resuming from that
 * page may return rows again.
 *
 * <p>A pager is immutable and thread-safe. Use each iterator, stream and {@link Pages} from one thread only.
 * Implementers of {@link TimeTracker} create pagers with {@link Pagers}; there are no other implementations.
 *
 * @param <T> the type of the items
 */
public interface Pager<T> extends Iterable<T> {

    /**
     * Returns a pager over these items, for tests. It has pages of 500 items with tokens and a total, and sends no
     * requests.
     */
    static <T> Pager<T> of(List<? extends T> items) {
        return Pagers.of(items);
    }

    /**
     * Returns an iterator over the items. An iterator that is not read to the end holds no resources, with one
     * exception: a list that the service returns in one response of more than 1 MiB. Its iterator holds a connection
     * and a thread until the iterator or the client is closed, the iterator is garbage-collected, or it has not been
     * read for five call timeouts. Other calls never wait for it.
     */
    @Override
    CloseableIterator<T> iterator();

    /**
     * Reads the list once and returns its pages. A list that the service returns in one response is divided into pages
     * of 500 items. These pages have no token for the next page, because such a list cannot be resumed.
     */
    Pages<T> pages();

    /**
     * Returns the same list, starting at this page.
     *
     * @param token from {@link Page#next()} or {@link HourbridgeException#pageToken()} of the same list
     * @throws InvalidInputException if the token belongs to another service, account or query, or if the service
     *     returns the list in one response, which cannot be resumed
     */
    Pager<T> startingAt(PageToken token);

    /**
     * Returns the same list with pages requested ahead on daemon threads. The threads end with the iterator. The order
     * of the items is preserved, and an error is thrown at the position of the page that failed.
     *
     * <p>If a list states its total, prefetching sends no additional requests. If only an empty page marks the end, as
     * in some TeamPulse lists, up to {@code pages} pages are requested beyond the end. If the service returns each
     * range of days in one response, as Codebase does, ranges are requested ahead, and each keeps up to 20,000 entries
     * in memory until it is read. Prefetching has no effect on a list that the service returns in one response.
     *
     * @param pages the maximum number of requests in flight, 1 to 64; at most {@code pages + 1} pages or ranges are in
     *     memory at a time
     * @throws InvalidInputException if the number is out of bounds
     */
    Pager<T> prefetch(int pages);

    /** Returns the same list with only the items that match. {@link Page#total()} remains the service's total. */
    Pager<T> filter(Predicate<? super T> predicate);

    /** Returns the same list with each item mapped to another item, which must not be null. */
    <R> Pager<R> map(Function<? super T, ? extends R> mapper);

    /** Returns a sequential, lazy stream of the items. Close it if you might not read it to the end. */
    default Stream<T> stream() {
        CloseableIterator<T> iterator = iterator();
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize((Iterator<T>) iterator, characteristics), false)
                .onClose(iterator::close);
    }
}
