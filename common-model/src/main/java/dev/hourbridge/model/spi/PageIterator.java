package dev.hourbridge.model.spi;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Iterates once over the pages of a list and checks that the list is complete: no page occurs twice, every row occurs
 * once, and the number of rows equals the stated total. If a check fails, the iteration restarts, at most twice, and
 * skips the rows that it already returned.
 */
final class PageIterator<R, T> extends AbstractCloseableIterator<Page<T>> {
    private static final int MAX_RESTARTS = 2;
    private static final int MAX_EMPTY = 10;

    private final PageSource<R> source;
    private final Transform<R, T> transform;
    private final @Nullable PageToken start;
    private final TokenScope scope;
    private final PageReader<R> reader;

    private final KeySet handedOutBefore = new KeySet();
    private KeySet seen = new KeySet();
    private List<String> previousKeys = List.of();
    private OptionalLong announced = OptionalLong.empty();
    private int restarts;
    private int emptyPages;

    private @Nullable PageToken token;
    private boolean isLastRead;

    PageIterator(
            PageSource<R> source, Transform<R, T> transform, @Nullable PageToken start, int ahead, TokenScope scope) {
        this.source = source;
        this.transform = transform;
        this.start = start;
        this.token = start;
        this.scope = scope;
        this.reader = new PageReader<>(source, ahead);
    }

    @Override
    protected @Nullable Page<T> computeNext() {
        try {
            Page<T> page = null;
            while (page == null && !isLastRead) {
                requireOpen();
                page = advance();
            }
            return page;
        } catch (HourbridgeException e) {
            e.resumeAt(scope.mark(token));
            throw e;
        }
    }

    /** Reads a page; null if the walk has to start over. */
    private @Nullable Page<T> advance() {
        Page<R> page = reader.read(token);
        List<String> keys = page.items().stream().map(source::key).toList();
        if (!keys.isEmpty() && keys.equals(previousKeys)) {
            throw changed("returned two pages with the same rows");
        }
        // Some may have lost their rows while the list was read; more have no end but the service's word.
        emptyPages = keys.isEmpty() ? emptyPages + 1 : 0;
        if (emptyPages > MAX_EMPTY && page.next().isPresent()) {
            throw changed("continued after " + MAX_EMPTY + " pages without a row");
        }
        previousKeys = keys;
        if (page.total().isPresent()) {
            if (announced.isPresent() && announced.getAsLong() != page.total().getAsLong()) {
                return startOver("changed its total during reading");
            }
            announced = page.total();
        }
        List<T> items = new ArrayList<>(page.items().size());
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i))) {
                return startOver("returned a row twice", items, page);
            }
            T item = handedOutBefore.contains(keys.get(i))
                    ? null
                    : transform.apply(page.items().get(i));
            if (item != null) {
                items.add(item);
            }
        }
        if (announced.isEmpty() && seen.size() > source.maxRows()) {
            throw ListTooLongException.beyondCap(source.maxRows());
        }
        if (page.next().isEmpty()) {
            if (start == null && announced.isPresent() && announced.getAsLong() != seen.size()) {
                return startOver("returned a different number of rows than its total", items, page);
            }
            isLastRead = true;
            reader.cancelAhead();
        } else {
            token = page.next().get();
        }
        return handOut(page, items);
    }

    private Page<T> handOut(Page<R> page, List<T> items) {
        return with(page, items, scope.mark(page.next().orElse(null)));
    }

    /** Returns a page with these items and the total of another page. */
    static <T> Page<T> with(Page<?> page, List<T> items, @Nullable PageToken next) {
        return page.total().isPresent() ? Page.of(items, next, page.total().getAsLong()) : Page.of(items, next);
    }

    private @Nullable Page<T> startOver(String why) {
        return startOver(why, List.of(), null);
    }

    /** Starts over; rows of the page at hand that are new are handed out first. */
    private @Nullable Page<T> startOver(String why, List<T> items, @Nullable Page<R> page) {
        if (restarts == MAX_RESTARTS) {
            throw changed(why);
        }
        restarts++;
        handedOutBefore.addAll(seen);
        seen = new KeySet();
        previousKeys = List.of();
        emptyPages = 0;
        announced = OptionalLong.empty();
        token = start;
        reader.cancelAhead();
        return items.isEmpty() || page == null ? null : handOut(page, items);
    }

    private ListChangedException changed(String what) {
        String times = restarts == 0 ? "" : ", even when read again";
        return new ListChangedException(
                Failure.builder("The list " + what + times + ".").build());
    }

    @Override
    protected void release() {
        reader.close();
    }
}
