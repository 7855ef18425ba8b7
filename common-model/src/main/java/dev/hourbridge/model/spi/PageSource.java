package dev.hourbridge.model.spi;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.TimeTracker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of one list: what an implementer of {@link TimeTracker} passes to {@link Pagers#paged}. Must be safe
 * for use by several threads, and have no position of its own.
 *
 * @param <T> the items' type
 */
public interface PageSource<T> {

    /**
     * Fetches a page: one request.
     *
     * @param token which page; null for the first
     * @throws InvalidInputException if the token is not of this list
     */
    Page<T> fetch(@Nullable PageToken token);

    /** Returns what distinguishes an item from every other of the list: its id as text. */
    String key(T item);

    /**
     * Returns the maximum number of rows of a list that does not announce its total. A longer list ends with {@link
     * ListTooLongException}. Default: no limit.
     */
    default long maxRows() {
        return Long.MAX_VALUE;
    }

    /**
     * Returns the page that will follow the one named, if a page already read predicts it, which lets the pager request
     * it ahead. A wrong prediction costs a request and no more: the pager compares it with {@link Page#next()}.
     *
     * @param token a page of the list; null for the first
     * @param read a page that was read
     * @return empty if there is none, or none can be predicted
     */
    default Optional<PageToken> predictNext(@Nullable PageToken token, Page<T> read) {
        return Optional.empty();
    }
}
