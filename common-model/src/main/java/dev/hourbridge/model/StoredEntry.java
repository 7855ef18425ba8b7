package dev.hourbridge.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored values of a {@link TimeEntry}: null instead of an {@code Optional}, which would need 16 bytes per value.
 */
abstract class StoredEntry {
    StoredEntry() {}

    abstract TimeEntryId getId();

    abstract WorkTime getWorkTime();

    abstract @Nullable Duration getReportedDuration();

    abstract @Nullable PersonRef getPerson();

    abstract @Nullable String getPersonName();

    abstract @Nullable ProjectRef getProject();

    abstract @Nullable String getProjectName();

    abstract @Nullable TaskRef getTask();

    abstract @Nullable String getTaskName();

    abstract @Nullable ActivityRef getActivity();

    abstract @Nullable String getActivityName();

    abstract @Nullable ClientRef getClient();

    abstract @Nullable String getClientName();

    abstract String getNote();

    abstract Billable getBillable();

    abstract @Nullable Invoice getInvoice();

    abstract List<String> getTags();

    abstract boolean isDeleted();

    abstract Audit getAudit();

    abstract Map<String, String> getExtras();

    /** Returns the members that {@link TimeEntry#fromMap} does not recognize. */
    abstract Map<String, Object> getUnknownMembers();

    /** Sets the values that an entry has unless others are given. */
    static TimeEntry.Builder withDefaults(TimeEntry.Builder builder) {
        return builder.note("")
                .billable(Billable.UNSPECIFIED)
                .tags(List.of())
                .deleted(false)
                .audit(Audit.unknown())
                .extras(Map.of())
                .unknownMembers(Map.of());
    }

    /** The values that a builder checks or copies before it returns an entry. */
    abstract static class Values {
        abstract Optional<TimeEntryId> getId();

        abstract Optional<WorkTime> getWorkTime();

        abstract List<String> getTags();

        abstract Map<String, String> getExtras();

        abstract TimeEntry autoBuild();
    }
}
