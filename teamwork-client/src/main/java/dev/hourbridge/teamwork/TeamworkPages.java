package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.spi.Failure;
import dev.hourbridge.model.spi.PageSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list. Pages may be shorter than requested, so the number of pages is taken from the {@code X-Pages}
 * header. If {@code X-Pages} and {@code X-Records} are both missing, for example because a proxy removes them, a list
 * of entries ends with an empty page.
 */
final class TeamworkPages<T> implements PageSource<T> {
    /**
     * For a list that has no documented pages. The second page is read only if the first response states that it
     * exists.
     */
    static final int ONE_PAGE = Integer.MAX_VALUE;

    /** For a list whose pages may be shorter than requested. Without the headers, only an empty page marks the end. */
    static final int ANY_PAGE = 1;

    /** The most rows of a query over all its pages, from the vendor's "Answers to common questions". */
    private static final long MAX_ROWS = 50_000;

    private final ApiClient api;
    private final ApiRequest request;
    private final int fullPage;
    private final Function<ApiResponse, List<T>> rows;
    private final Function<T, String> key;

    /**
     * @param request the list request, without a page
     * @param fullPage the minimum number of rows on a page without the header after which another page may follow;
     *     {@link #ONE_PAGE} or {@link #ANY_PAGE}
     */
    TeamworkPages(
            ApiClient api,
            ApiRequest request,
            int fullPage,
            Function<ApiResponse, List<T>> rows,
            Function<T, String> key) {
        this.api = api;
        this.request = request;
        this.fullPage = fullPage;
        this.rows = rows;
        this.key = key;
    }

    @Override
    public Page<T> fetch(@Nullable PageToken token) {
        int page = number(token);
        ApiResponse response = api.read(page == 1 && fullPage == ONE_PAGE ? request : request.query("page", page));
        List<T> items = rows.apply(response);
        OptionalLong pages = announced(response, "X-Pages");
        OptionalLong total = announced(response, "X-Records");
        boolean isWhole = page == 1 && total.orElse(-1) == items.size();
        boolean more = pages.isPresent() ? page < pages.getAsLong() : items.size() >= fullPage && !isWhole;
        PageToken next = more ? token(page + 1) : null;
        // Whether the header counts rows beyond the cap is not known: a list that reaches it may be longer.
        if (total.orElse((long) page * items.size()) >= MAX_ROWS) {
            throw new ListTooLongException(
                    Failure.builder("The list has 50,000 rows or more. Teamwork may not return the remaining rows in "
                                    + "one query.")
                            .status(response.status())
                            .build());
        }
        return total.isPresent() ? Page.of(items, next, total.getAsLong()) : Page.of(items, next);
    }

    /** Returns a number from a header. Text that is not a number must not be taken for a missing header. */
    private static OptionalLong announced(ApiResponse response, String header) {
        OptionalLong number = response.number(header);
        if (number.isEmpty()
                && response.header(header).filter(text -> !text.isBlank()).isPresent()) {
            throw response.malformed("has an " + header + " that is not a number");
        }
        return number;
    }

    @Override
    public String key(T item) {
        return key.apply(item);
    }

    @Override
    public Optional<PageToken> predictNext(@Nullable PageToken token, Page<T> read) {
        if (read.next().isEmpty() || read.total().isEmpty() || read.items().isEmpty()) {
            return Optional.empty();
        }
        int size = read.items().size();
        long pages = (read.total().getAsLong() + size - 1) / size;
        int page = number(token);
        return page < pages ? Optional.of(token(page + 1)) : Optional.empty();
    }

    private static PageToken token(int page) {
        return PageToken.parse(Integer.toString(page));
    }

    private static int number(@Nullable PageToken token) {
        if (token == null) {
            return 1;
        }
        String text = token.toString();
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new InvalidInputException("page token", "a token of another list", "use a token of this list");
        }
        return Integer.parseInt(text);
    }
}
