package dev.hourbridge.model;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list at a service, read as it is walked. Each walk starts anew, requests a page when it gets
 * there, and holds one page at a time. What grows with the list are the keys of the rows seen: 16 to 32
 * bytes a row where they are numbers, twice that over ranges of days.
 *
 * <p>A walk hands out each item once. If the list changes while it is read, it is read again, twice
 * at most, and what was handed out already is passed over; if it changes still, or repeats a page,
 * the walk throws {@link ListChangedException}. What no reader can see without a snapshot of the
 * service's is a row that slips to a page already read while another comes: where that matters,
 * read twice and compare. A page that fails is named by {@link
 * HourbridgeException#pageToken()}; after a list was read again, going on from it may hand out rows anew.
 *
 * <p>A pager is immutable and safe for use by several threads; each iterator and stream belongs to
 * one thread.
 *
 * @param <T> the items' type
 */
public abstract class Pager<T> implements Iterable<T> {

    Pager() {}

    /** A list that comes in pages. For implementers of {@link TimeTracker}. */
    public static <T> Pager<T> of(PageSource<T> source) {
        return PagedPager.over(source);
    }

    /**
     * A list that comes in one answer, an element at a time. For implementers of {@link TimeTracker}.
     *
     * @param open makes the request; closing the iterator closes the answer
     */
    public static <T> Pager<T> ofStream(Supplier<? extends CloseableIterator<T>> open) {
        return new StreamedPager<>(open);
    }

    /**
     * A list that is asked for in ranges of days where all of it would be too long. For implementers of {@link
     * TimeTracker}.
     */
    public static Pager<TimeEntry> byDateRange(TimeEntryQuery query, DaySource source) {
        return DateRangePager.over(query, source);
    }

    /**
     * Walks the items. A walk that is left before its end holds nothing, with one exception: of a list that comes in one
     * response of more than 1 MiB, it holds a connection and a thread, until the iterator or the client is closed, the
     * iterator is garbage collected, or nothing was read of it for five call timeouts. Other calls never wait for it.
     */
    @Override
    public abstract CloseableIterator<T> iterator();

    /**
     * Walks the pages; its iterators are {@link CloseableIterator}s. A list that comes in one answer is cut
     * into pages of 500, which name no next one, since it cannot be entered midway.
     */
    public final Iterable<Page<T>> pages() {
        return this::walkPages;
    }

    abstract CloseableIterator<Page<T>> walkPages();

    /**
     * The same list from a page on.
     *
     * @param token from {@link Page#next()} or {@link HourbridgeException#pageToken()} of the same list
     * @throws InvalidInputException if the token is of another service, account or query, or the list comes in one
     *     answer and cannot be entered midway
     */
    public abstract Pager<T> startingAt(PageToken token);

    /**
     * The same list with pages asked for ahead, on daemon threads that end with the walk. The order is
     * kept, and an error comes where its page would have.
     *
     * @param pages how many requests may be in flight, 1 to 64; one more page than that is held at
     *     most. Only lists that announce their total are asked ahead; others stay as they are.
     * @throws InvalidInputException if the number is out of bounds
     */
    public abstract Pager<T> prefetch(int pages);

    /** The same list with only the items that match; {@link Page#total()} stays the service's. */
    public abstract Pager<T> filter(Predicate<? super T> predicate);

    /** The same list with each item turned into another. */
    public abstract <R> Pager<R> map(Function<? super T, ? extends R> mapper);

    /**
     * The same list, with page tokens of its own: those of a list with another scope are rejected. For implementers of
     * {@link TimeTracker}.
     *
     * @param scope tells the list from every other, by its service, account and query; no token shows it
     */
    public abstract Pager<T> boundTo(String scope);

    /** Walks the items as a stream, lazily. Close it if it may end early. */
    public final Stream<T> stream() {
        CloseableIterator<T> iterator = iterator();
        int facts = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize((Iterator<T>) iterator, facts), false)
                .onClose(iterator::close);
    }
}
