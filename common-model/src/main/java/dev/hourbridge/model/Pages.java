package dev.hourbridge.model;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The pages of one reading of a list. Close it if you do not read it to its end; it closes itself at its end and on an
 * error.
 *
 * <!-- with: TimeTracker tracker, TimeEntryQuery query, BiConsumer<List<TimeEntry>, Optional<PageToken>> store -->
 * <pre>{@code
 * try (Pages<TimeEntry> pages = tracker.list(query).pages()) {
 *   for (Page<TimeEntry> page : pages) {
 *     store.accept(page.items(), page.next());
 *   }
 * }
 * }</pre>
 *
 * <p>Like a {@link java.nio.file.DirectoryStream}, it can be iterated over once. Use it from one thread only; {@link
 * #close()} may be called from any thread.
 *
 * @param <T> the type of the items
 */
public final class Pages<T> implements Iterable<Page<T>>, AutoCloseable {
    private final CloseableIterator<Page<T>> pages;
    private final AtomicBoolean isIterated = new AtomicBoolean();

    /** Creates the pages that an iterator returns. For implementers of {@link TimeTracker}. */
    public Pages(CloseableIterator<Page<T>> pages) {
        this.pages = pages;
    }

    /**
     * Returns the iterator over the pages. Closing either closes both.
     *
     * @throws IllegalStateException if it was called before
     */
    @Override
    public CloseableIterator<Page<T>> iterator() {
        if (!isIterated.compareAndSet(false, true)) {
            throw new IllegalStateException("The pages were iterated over before. Call pages() again.");
        }
        return pages;
    }

    /** Releases its resources. Idempotent, and without effect after the end. */
    @Override
    public void close() {
        pages.close();
    }
}
