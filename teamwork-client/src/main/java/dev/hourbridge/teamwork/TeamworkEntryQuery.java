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
 * The parameters of Teamwork's lists of time entries, all optional. Days and times are in the caller's zone, but
 * responses are in UTC. Both ends are inclusive, judging by existing programs. The vendor's page does not state this.
 * Immutable and thread-safe.
 *
 * <!-- with: TeamworkClient teamwork -->
 * <pre>{@code
 * TeamworkEntryQuery january = TeamworkEntryQuery.builder()
 *     .fromDate(LocalDate.of(2024, 1, 1))
 *     .toDate(LocalDate.of(2024, 1, 31))
 *     .build();
 * teamwork.timeEntries().listOfProject(999, january).forEach(entry -> System.out.println(entry.description()));
 * }</pre>
 */
@AutoValue
public abstract class TeamworkEntryQuery {
    /** The largest page size. */
    public static final int MAX_PAGE_SIZE = 500;

    TeamworkEntryQuery() {}

    /** The sort key of a list. Parameter {@code sortby}. */
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

    /** The sort direction. Parameter {@code sortorder}, whose values are these names. */
    public enum SortOrder {
        /** Ascending. */
        ASC,
        /** Descending. */
        DESC
    }

    /** The parameter {@code billableType}. */
    public enum BillableType {
        /** Billable entries only. */
        BILLABLE("billable"),
        /** Non-billable entries only. */
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
        /** Invoiced entries only. */
        INVOICED("invoiced"),
        /** Only entries that are not invoiced. */
        NON_INVOICED("noninvoiced");

        private final String wire;

        InvoicedType(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    /** Returns a query without conditions. */
    public static TeamworkEntryQuery all() {
        return builder().build();
    }

    /** Returns a builder without conditions. */
    public static Builder builder() {
        return new AutoValue_TeamworkEntryQuery.Builder()
                .sortBy(SortBy.DATE)
                .sortOrder(SortOrder.ASC)
                .tagIds(List.of())
                .taskTagIds(List.of())
                .pageSize(MAX_PAGE_SIZE);
    }

    /** Returns the first day. Parameter {@code fromdate}. */
    public abstract Optional<LocalDate> fromDate();

    /** Returns the time on the first day, to the minute. Parameter {@code fromtime}. */
    public abstract Optional<LocalTime> fromTime();

    /** Returns the last day. Parameter {@code todate}. */
    public abstract Optional<LocalDate> toDate();

    /** Returns the time on the last day, to the minute. Parameter {@code totime}. */
    public abstract Optional<LocalTime> toTime();

    /** Returns the sort key. Parameter {@code sortby}. */
    public abstract SortBy sortBy();

    /** Returns the sort direction. Parameter {@code sortorder}. */
    public abstract SortOrder sortOrder();

    /** Returns the person who worked. Parameter {@code userId}. */
    public abstract OptionalLong userId();

    /** Returns whether only billable or only non-billable entries are listed. Parameter {@code billableType}. */
    public abstract Optional<BillableType> billableType();

    /** Returns whether only invoiced or only non-invoiced entries are listed. Parameter {@code invoicedType}. */
    public abstract Optional<InvoicedType> invoicedType();

    /** Returns the projects to include; applies only to lists across all projects. Parameter {@code projectType}. */
    public abstract Optional<ProjectType> projectType();

    /** Returns the only project to include. Parameter {@code projectId}, from a later API description. */
    public abstract OptionalLong projectId();

    /** Returns whether deleted entries, which responses do not mark, are included. Parameter {@code showDeleted}. */
    public abstract Optional<Boolean> showDeleted();

    /** Returns the tags that entries must have; unmodifiable, empty for no condition. Parameter {@code tagIds}. */
    public abstract List<Long> tagIds();

    /** Returns the tags that the tasks must have. Parameter {@code taskTagIds}, from a later API description. */
    public abstract List<Long> taskTagIds();

    /**
     * Returns the earliest time of the last change, to the second. The zone is not documented. The only known
     * production client sends UTC, for lists of people. Parameter {@code updatedAfterDate}, from a later API
     * description.
     */
    public abstract Optional<LocalDateTime> updatedAfterDate();

    /** Returns the maximum number of entries per page. Parameter {@code pageSize}, from a later API description. */
    public abstract int pageSize();

    /** Returns a builder with this query's conditions. */
    public abstract Builder toBuilder();

    /** Builds a {@link TeamworkEntryQuery}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the first day, inclusive. Default: no bound. */
        public abstract Builder fromDate(LocalDate fromDate);

        /** Sets the time on the first day. Requires {@link #fromDate}. Default: the start of the day. */
        public abstract Builder fromTime(LocalTime fromTime);

        /** Sets the last day, inclusive. Default: no bound. */
        public abstract Builder toDate(LocalDate toDate);

        /** Sets the time on the last day. Requires {@link #toDate}. Default: the end of the day. */
        public abstract Builder toTime(LocalTime toTime);

        /** Sets the sort key. Default: {@link SortBy#DATE}. */
        public abstract Builder sortBy(SortBy sortBy);

        /** Sets the sort direction. Default: {@link SortOrder#ASC}. */
        public abstract Builder sortOrder(SortOrder sortOrder);

        /** Sets the person who worked. Default: any person. */
        public abstract Builder userId(long userId);

        /** Sets whether to list only billable or only non-billable entries. Default: both. */
        public abstract Builder billableType(BillableType billableType);

        /** Sets whether to list only invoiced or only non-invoiced entries. Default: both. */
        public abstract Builder invoicedType(InvoicedType invoicedType);

        /** Sets the projects to include. Default: not sent, so the service includes only active projects. */
        public abstract Builder projectType(ProjectType projectType);

        /** Sets the only project to include. Default: any project. */
        public abstract Builder projectId(long projectId);

        /** Sets whether deleted entries are included. Default: not sent, so the service omits them. */
        public abstract Builder showDeleted(boolean showDeleted);

        /** Sets the ids of the tags that entries must have. Default: no condition. */
        public abstract Builder tagIds(List<Long> tagIds);

        /** Sets the ids of the tags that the entries' tasks must have. Default: no condition. */
        public abstract Builder taskTagIds(List<Long> taskTagIds);

        /** Sets the earliest time of the last change. Default: no condition. */
        public abstract Builder updatedAfterDate(LocalDateTime updatedAfterDate);

        /**
         * Sets the maximum number of entries per page, 1 to {@value #MAX_PAGE_SIZE}. Default: {@value #MAX_PAGE_SIZE}.
         */
        public abstract Builder pageSize(int pageSize);

        abstract List<Long> tagIds();

        abstract List<Long> taskTagIds();

        abstract TeamworkEntryQuery autoBuild();

        /**
         * Builds the query.
         *
         * @throws InvalidInputException if a time is set without its day or is more precise than a minute, an id is
         *     less than 1, or a year or the page size is out of bounds
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
                throw new InvalidInputException(
                        "pageSize", "a number out of bounds", "specify a number from 1 to " + MAX_PAGE_SIZE);
            }
            return query;
        }
    }
}
