package dev.hourbridge.cli;

import dev.hourbridge.cli.report.RequestCounts;
import dev.hourbridge.cli.report.RequestSummary;
import dev.hourbridge.cli.service.RequestCounter;
import dev.hourbridge.migration.PlannedChanges;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.spi.AbstractCloseableIterator;
import dev.hourbridge.model.spi.Pagers;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a session, printed at its end.
 *
 * <p>The number that a minimal run needs is printed next to the number that was sent. A difference reveals unexpected
 * repetition of lists or single reads.
 */
final class SessionRequests implements AutoCloseable {
    private final RequestCounter source = new RequestCounter();
    private final RequestCounter target = new RequestCounter();
    private final PrintStream notes;
    private @Nullable PlannedChanges needed;
    private @Nullable Long listReads;

    SessionRequests(PrintStream notes) {
        this.notes = notes;
    }

    RequestCounter source() {
        return source;
    }

    RequestCounter target() {
        return target;
    }

    /** Records the changes that are about to be sent. Later calls do nothing. */
    void expect(PlannedChanges changes) {
        needed = needed == null ? changes : needed;
    }

    /**
     * Returns a list of the source that counts its requests. A minimal run needs as many as the first list that is read
     * to its end.
     */
    <T> Pager<T> measured(Pager<T> list) {
        return listReads == null ? Pagers.streamed(() -> new Measured<>(list.iterator())) : list;
    }

    /**
     * Returns the requests so far. The requests of a minimal run are known only if this session made or applied a plan.
     */
    RequestSummary summary() {
        PlannedChanges changes = needed;
        Optional<RequestCounts> minimal = Optional.ofNullable(changes)
                .map(planned -> new RequestCounts(
                        listReads == null ? 0 : listReads,
                        planned.creates(),
                        planned.updates() + planned.remapped(),
                        planned.deletions()));
        return new RequestSummary(source.counts().plus(target.counts()), minimal);
    }

    @Override
    public void close() {
        RequestSummary summary = summary();
        if (summary.sent().total() > 0) {
            notes.println(summary.text());
        }
    }

    /** Counts the reads of one iteration over a list. */
    private final class Measured<T> extends AbstractCloseableIterator<T> {
        private final CloseableIterator<T> list;
        private final long before = source.readCalls();

        Measured(CloseableIterator<T> list) {
            this.list = list;
        }

        @Override
        protected @Nullable T computeNext() {
            if (list.hasNext()) {
                return list.next();
            }
            listReads = listReads == null ? source.readCalls() - before : listReads;
            return null;
        }

        @Override
        protected void release() {
            list.close();
        }
    }
}
