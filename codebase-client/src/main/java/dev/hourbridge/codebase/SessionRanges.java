package dev.hourbridge.codebase;

import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.DaySource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Lists a project's sessions by ranges of days. Codebase sends a list as one response, which cannot be
 * entered midway: the longer it is, the longer it takes to begin, and the more is lost when it breaks.
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

    /** Returns the session's number alone: the project is the same for all. */
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
