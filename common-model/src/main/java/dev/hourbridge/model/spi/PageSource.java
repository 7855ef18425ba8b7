package dev.hourbridge.model.spi;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeTracker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the pages of one list: what an implementer of {@link TimeTracker} gives to {@link
 * Pager#of(PageSource)}. Must be safe for use by several threads, and keep no position of its own.
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

    /** What tells an item from every other of the list: its id as text. */
    String key(T item);

    /**
     * The most rows that a list may have which does not announce its total. One that goes on ends with {@link
     * ListTooLongException}. Default: no limit.
     */
    default long maxRows() {
        return Long.MAX_VALUE;
    }

    /**
     * The page that will follow the one named, as far as a page already read lets one say, so that it
     * can be asked for before its turn. A wrong guess costs a request and no more: the pager checks it
     * against {@link Page#next()}.
     *
     * @param token a page of the list; null for the first
     * @param read a page that was read
     * @return empty if there is none, or no saying
     */
    default Optional<PageToken> predictNext(@Nullable PageToken token, Page<T> read) {
        return Optional.empty();
    }
}
