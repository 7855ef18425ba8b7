package dev.hourbridge.codebase;

import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.DaySource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Lists a project's sessions in ranges of days. Codebase returns a list in one response, which cannot be resumed. A
 * longer response takes longer to begin, and more is lost if the connection fails.
 */
final class SessionRanges implements DaySource {
    private static final int DAYS_AT_FIRST = 92;
    private static final int ROWS_AIMED_AT = 20_000;

    private final CodebaseAdapter sessions;
    private final String project;

    SessionRanges(CodebaseAdapter sessions, String project) {
        this.sessions = sessions;
        this.project = project;
    }

    @Override
    public Pager<TimeEntry> list(TimeEntryQuery part) {
        return sessions.exactly(project, part);
    }

    @Override
    public boolean isStreamed() {
        return true;
    }

    /** Returns only the session's number, because all sessions have the same project. */
    @Override
    public String key(TimeEntry entry) {
        String id = entry.id().id();
        return id.substring(id.lastIndexOf('/') + 1);
    }

    @Override
    public long maxRows() {
        return sessions.maxListRows();
    }

    @Override
    public Optional<LocalDate> earliest() {
        return Optional.empty();
    }

    @Override
    public int daysAtFirst() {
        return DAYS_AT_FIRST;
    }

    @Override
    public int rowsAimedAt() {
        return ROWS_AIMED_AT;
    }
}
