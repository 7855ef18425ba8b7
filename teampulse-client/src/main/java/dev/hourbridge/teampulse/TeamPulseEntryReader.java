package dev.hourbridge.teampulse;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Converts TeamPulse's entries to the common model. */
final class TeamPulseEntryReader {
    private final Account account;

    TeamPulseEntryReader(Account account) {
        this.account = account;
    }

    /** Returns the entry in the common model. An entry has no start, and its project is not in the response. */
    TimeEntry read(TeamPulseEntry entry) {
        TimeEntry.Builder read = TimeEntry.builder()
                .id(TimeEntryId.of(account, Long.toString(entry.id())))
                .workTime(WorkTime.on(entry.date(), entry.duration()))
                .note(entry.note().orElse(""))
                .audit(audit(entry))
                .extras(extras(entry));
        entry.userId().ifPresent(id -> read.person(PersonRef.of(account, Long.toString(id))));
        entry.taskId().ifPresent(id -> read.task(TaskRef.of(account, Long.toString(id))));
        entry.type()
                .filter(type -> !type.isBlank())
                .ifPresent(type -> read.activity(ActivityRef.of(account, type)).activityName(type));
        return read.build();
    }

    /** Returns who created and last changed the entry, by display name. */
    private static Audit audit(TeamPulseEntry entry) {
        Audit.Builder audit = Audit.builder();
        entry.createdAt().ifPresent(audit::createdAt);
        entry.createdBy().ifPresent(audit::createdBy);
        entry.lastModifiedAt().ifPresent(audit::updatedAt);
        entry.lastModifiedBy().ifPresent(audit::updatedBy);
        return audit.build();
    }

    /** Returns the fields that have no field in the common model. */
    private static Map<String, String> extras(TeamPulseEntry entry) {
        Map<String, String> extras = new LinkedHashMap<>();
        entry.week().ifPresent(week -> extras.put("week", Integer.toString(week)));
        extras.putAll(entry.unknownFields());
        return extras;
    }
}
