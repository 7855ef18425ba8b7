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
 * The requests of a session, which it prints when it ends.
 *
 * <p>The number that a minimal run would need is printed next to the number that was sent, so that an unexpected
 * repetition of lists or single reads shows.
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

    /** Sets what is to be sent, before anything is; later calls do nothing. */
    void expect(PlannedChanges changes) {
        needed = needed == null ? changes : needed;
    }

    /** Returns a list of the source. The requests of the first one that is read to its end are those of a minimal run. */
    <T> Pager<T> measured(Pager<T> list) {
        return listReads == null ? Pagers.streamed(() -> new Measured<>(list.iterator())) : list;
    }

    /**
     * Returns the requests so far. Those of a minimal run are known only if this session planned or carried out a plan.
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

    /** Counts the reads of one walk through a list. */
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
