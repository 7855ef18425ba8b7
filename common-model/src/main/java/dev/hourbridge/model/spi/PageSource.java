package dev.hourbridge.model.spi;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.TimeTracker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of one list. An implementer of {@link TimeTracker} passes it to {@link Pagers#paged}.
 * Implementations must be thread-safe and stateless.
 *
 * @param <T> the items' type
 */
public interface PageSource<T> {

    /**
     * Fetches a page with one request.
     *
     * @param token the token of the page; null for the first page
     * @throws InvalidInputException if the token does not belong to this list
     */
    Page<T> fetch(@Nullable PageToken token);

    /** Returns the key that distinguishes an item from every other item in the list: its id as text. */
    String key(T item);

    /**
     * Returns the maximum number of rows of a list that does not state its total. A longer list throws {@link
     * ListTooLongException}. Default: no limit.
     */
    default long maxRows() {
        return Long.MAX_VALUE;
    }

    /**
     * Returns the token of the page after the given one, if it can be predicted from a page already read. The pager can
     * then request that page in advance. A wrong prediction costs only one request, because the pager compares it with
     * {@link Page#next()}.
     *
     * @param token the token of a page of the list; null for the first page
     * @param read a page that was already read
     * @return the token; empty if there is no next page, or it cannot be predicted
     */
    default Optional<PageToken> predictNext(@Nullable PageToken token, Page<T> read) {
        return Optional.empty();
    }
}
