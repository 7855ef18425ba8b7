package dev.hourbridge.teamwork;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The parameters of Teamwork's lists of time entries, all optional. Days and times are on the
 * caller's clock, though answers are in UTC; that both ends are inclusive is what callers observed,
 * the document does not say. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TeamworkEntryQuery {
    /** The largest page that the service gives. */
    public static final int MAX_PAGE_SIZE = 500;

    TeamworkEntryQuery() {}

    /** What a list is sorted by: the parameter {@code sortby}. */
    public enum SortBy {
        /** The day and time of the work. */
        DATE("date"),
        /** The person. */
        USER("user"),
        /** The task. */
        TASK("task"),
        /** The task list. */
        TASKLIST("tasklist"),
        /** The project. */
        PROJECT("project"),
        /** The company. */
        COMPANY("company"),
        /** The last change. */
        DATE_UPDATED("dateupdated");

        private final String wire;

        SortBy(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    /** The direction of a sort: the parameter {@code sortorder}, by these names. */
    public enum SortOrder {
        /** The lowest first. */
        ASC,
        /** The highest first. */
        DESC
    }

    /** The parameter {@code billableType}. */
    public enum BillableType {
        /** Only what is to be billed. */
        BILLABLE("billable"),
        /** Only what is not to be billed. */
        NON_BILLABLE("nonbillable");

        private final String wire;

        BillableType(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    /** The parameter {@code invoicedType}. */
    public enum InvoicedType {
        /** Only what is on an invoice. */
        INVOICED("invoiced"),
        /** Only what is on none. */
        NON_INVOICED("noninvoiced");

        private final String wire;

        InvoicedType(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    /** A query without conditions. */
    public static TeamworkEntryQuery all() {
        return builder().build();
    }

    /** A builder without conditions. */
    public static Builder builder() {
        return new AutoValue_TeamworkEntryQuery.Builder()
                .sortBy(SortBy.DATE)
                .sortOrder(SortOrder.ASC)
                .tagIds(List.of())
                .taskTagIds(List.of())
                .pageSize(MAX_PAGE_SIZE);
    }

    /** The first day. Parameter {@code fromdate}. */
    public abstract Optional<LocalDate> fromDate();

    /** The time on the first day, to the minute. Parameter {@code fromtime}. */
    public abstract Optional<LocalTime> fromTime();

    /** The last day. Parameter {@code todate}. */
    public abstract Optional<LocalDate> toDate();

    /** The time on the last day, to the minute. Parameter {@code totime}. */
    public abstract Optional<LocalTime> toTime();

    /** What to sort by. Parameter {@code sortby}. */
    public abstract SortBy sortBy();

    /** Which way to sort. Parameter {@code sortorder}. */
    public abstract SortOrder sortOrder();

    /** The person who worked. Parameter {@code userId}. */
    public abstract OptionalLong userId();

    /** Billable ones only, or the others. Parameter {@code billableType}. */
    public abstract Optional<BillableType> billableType();

    /** Invoiced ones only, or the others. Parameter {@code invoicedType}. */
    public abstract Optional<InvoicedType> invoicedType();

    /** Which projects, for the list of all projects only. Parameter {@code projectType}. */
    public abstract Optional<ProjectType> projectType();

    /** One project, for the list of all projects only. Parameter {@code projectId}, of a later description of the API. */
    public abstract OptionalLong projectId();

    /** Whether deleted entries are listed too; nothing in an entry tells them apart. Parameter {@code showDeleted}. */
    public abstract Optional<Boolean> showDeleted();

    /** Only entries with these tags; unmodifiable, empty for no such condition. Parameter {@code tagIds}. */
    public abstract List<Long> tagIds();

    /** Only entries whose task has these tags. Parameter {@code taskTagIds}, of a later description of the API. */
    public abstract List<Long> taskTagIds();

    /**
     * Only entries changed since, to the second. The zone is not documented; the one production client that was found
     * sends UTC, on people. Parameter {@code updatedAfterDate}, of a later description of the API.
     */
    public abstract Optional<LocalDateTime> updatedAfterDate();

    /** How many entries a page may have. Parameter {@code pageSize}, of a later description of the API. */
    public abstract int pageSize();

    /** A builder with this query's conditions. */
    public abstract Builder toBuilder();

    /** Builds a {@link TeamworkEntryQuery}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** The first day, inclusive. Default: no bound. */
        public abstract Builder fromDate(LocalDate fromDate);

        /** The time on the first day; only with {@link #fromDate}. Default: the day's start. */
        public abstract Builder fromTime(LocalTime fromTime);

        /** The last day, inclusive. Default: no bound. */
        public abstract Builder toDate(LocalDate toDate);

        /** The time on the last day; only with {@link #toDate}. Default: the day's end. */
        public abstract Builder toTime(LocalTime toTime);

        /** What to sort by. Default: {@link SortBy#DATE}. */
        public abstract Builder sortBy(SortBy sortBy);

        /** Which way to sort. Default: {@link SortOrder#ASC}. */
        public abstract Builder sortOrder(SortOrder sortOrder);

        /** The person who worked. Default: anybody. */
        public abstract Builder userId(long userId);

        /** Billable or not. Default: both. */
        public abstract Builder billableType(BillableType billableType);

        /** Invoiced or not. Default: both. */
        public abstract Builder invoicedType(InvoicedType invoicedType);

        /** Which projects. Default: not sent, and the service takes active ones. */
        public abstract Builder projectType(ProjectType projectType);

        /** One project. Default: any. */
        public abstract Builder projectId(long projectId);

        /** Whether deleted entries are listed too. Default: not sent, and they are not. */
        public abstract Builder showDeleted(boolean showDeleted);

        /** Tags by their numbers. Default: no such condition. */
        public abstract Builder tagIds(List<Long> tagIds);

        /** Tags of tasks by their numbers. Default: no such condition. */
        public abstract Builder taskTagIds(List<Long> taskTagIds);

        /** Only what changed since. Default: no such condition. */
        public abstract Builder updatedAfterDate(LocalDateTime updatedAfterDate);

        /** Entries a page, 1 to {@value #MAX_PAGE_SIZE}. Default: {@value #MAX_PAGE_SIZE}. */
        public abstract Builder pageSize(int pageSize);

        abstract List<Long> tagIds();

        abstract List<Long> taskTagIds();

        abstract TeamworkEntryQuery autoBuild();

        /**
         * The query.
         *
         * @throws InvalidInputException if a time has no day or is finer than a minute, an id is below 1, or
         *     a year or the page size is out of bounds
         */
        public final TeamworkEntryQuery build() {
            tagIds(List.copyOf(tagIds()));
            taskTagIds(List.copyOf(taskTagIds()));
            TeamworkEntryQuery query = autoBuild();
            WireText.checkRange(query.fromDate(), query.fromTime(), query.toDate(), query.toTime());
            query.userId().ifPresent(id -> WireText.checkId("userId", id));
            query.projectId().ifPresent(id -> WireText.checkId("projectId", id));
            query.tagIds().forEach(id -> WireText.checkId("tagIds", id));
            query.taskTagIds().forEach(id -> WireText.checkId("taskTagIds", id));
            query.updatedAfterDate().ifPresent(time -> WireText.checkDate("updatedAfterDate", time.toLocalDate()));
            if (query.pageSize() < 1 || query.pageSize() > MAX_PAGE_SIZE) {
                throw new InvalidInputException("pageSize", "a number out of bounds", "give 1 to " + MAX_PAGE_SIZE);
            }
            return query;
        }
    }
}
