package dev.hourbridge.model.spi;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Creates pagers. Intended for implementers of {@link dev.hourbridge.model.TimeTracker}. */
public final class Pagers {
    private Pagers() {}

    /** Returns a pager over these items, with pages of 500 items and a total. */
    public static <T> Pager<T> of(List<? extends T> items) {
        List<T> copy = List.copyOf(items);
        return paged(new IndexSource(copy.size())).map(copy::get);
    }

    /** Returns a pager over a list that a service returns in pages. */
    public static <T> Pager<T> paged(PageSource<T> source) {
        return PagedPager.over(source);
    }

    /**
     * Returns a pager over a list that a service returns in one response, which is read one element at a time.
     *
     * @param open sends the request and returns the elements; closing the iterator closes the response
     */
    public static <T> Pager<T> streamed(Supplier<? extends CloseableIterator<T>> open) {
        return new StreamedPager<T, T>(ahead -> open.get(), 0, row -> row);
    }

    /** Returns a pager that requests ranges of days if the whole list would be too long. */
    public static Pager<TimeEntry> byDateRange(TimeEntryQuery query, DaySource source) {
        return DateRangePager.over(query, source);
    }

    /** Returns a pager over several lists in order. It cannot be resumed from a page. */
    public static <T> Pager<T> concatenated(List<? extends Pager<T>> parts) {
        List<Pager<T>> all = List.copyOf(parts);
        return inParts(ahead -> new ConcatenatedIterator<>(ahead(all, ahead)));
    }

    /**
     * Returns a pager over several lists in order that returns each row once. It cannot be resumed from a page.
     *
     * @param key returns the text that distinguishes a row from every other row
     */
    public static <T> Pager<T> concatenated(List<? extends Pager<T>> parts, Function<? super T, String> key) {
        List<Pager<T>> all = List.copyOf(parts);
        return inParts(ahead -> {
            KeySet seen = new KeySet();
            return new ConcatenatedIterator<>(ahead(all, ahead).stream()
                    .map(part -> part.filter(row -> seen.add(key.apply(row))))
                    .toList());
        });
    }

    private static <T> Pager<T> inParts(IntFunction<CloseableIterator<T>> open) {
        return new StreamedPager<T, T>(open, 0, row -> row);
    }

    private static <T> List<Pager<T>> ahead(List<Pager<T>> parts, int ahead) {
        return ahead == 0
                ? parts
                : parts.stream().map(part -> part.prefetch(ahead)).toList();
    }

    /**
     * Returns the same list with page tokens of the given scope. Lists of any other scope reject these tokens.
     *
     * @param pager a pager created by this class
     * @param scope the service, account and query of the list; tokens do not reveal it
     * @throws IllegalArgumentException if the pager was not created by this class
     */
    public static <T> Pager<T> scoped(Pager<T> pager, String scope) {
        if (pager instanceof AbstractPager<T> own) {
            return own.scoped(TokenScope.of(scope));
        }
        throw new IllegalArgumentException("The pager was not created by Pagers.");
    }

    /** Returns the token as a token of this scope. */
    public static PageToken scoped(PageToken token, String scope) {
        return Objects.requireNonNull(TokenScope.of(scope).mark(token));
    }
}
