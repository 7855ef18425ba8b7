package dev.hourbridge.simulators.livetimer;

import dev.hourbridge.simulators.internal.RejectedRequestException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Creates and updates entries.
 *
 * <p>An entry has a start and an end, or a date and a duration, and never both. An update may convert one kind to the
 * other. The messages are those of Rails validations, which clients show to their users.
 */
final class LiveTimerWrites {
    /** The format with an offset, as the vendor requires, in both of its spellings. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendPattern("[XXX][XX]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private final LiveTimerAccount account;

    LiveTimerWrites(LiveTimerAccount account) {
        this.account = account;
    }

    /**
     * Stores the entry in a request for this user.
     *
     * @throws RejectedRequestException with 422 if a value is missing, invalid or contradicts another
     */
    StoredLiveTimerEntry create(LiveTimerUser user, LiveTimerForm form) {
        StoredLiveTimerEntry.Builder entry;
        if (form.value("start-date").isPresent()) {
            rejectTimes(form);
            entry = StoredLiveTimerEntry.durationOnly(user.id(), date(form), minutes(form));
        } else {
            rejectDuration(form);
            OffsetDateTime start = time(form, "start-time");
            entry = times(StoredLiveTimerEntry.startEnd(user.id(), start, start), start, time(form, "end-time"));
        }
        return account.create(checked(classified(entry, form).build()));
    }

    /**
     * Changes the fields in the request, and leaves the others unchanged.
     *
     * @throws RejectedRequestException with 422 if the result would not be a valid entry
     */
    void update(StoredLiveTimerEntry before, LiveTimerForm form) {
        if (!form.isPresent()) {
            throw new RejectedRequestException(422, "Time entry can't be blank");
        }
        StoredLiveTimerEntry.Builder entry = before.toBuilder();
        if (form.value("start-date").isPresent()) {
            rejectTimes(form);
            // A new date alone moves the entry without changing its duration.
            boolean unchanged = before.startDate().isPresent() && !form.has("duration");
            entry.dated(date(form), unchanged ? before.minutes() : minutes(form));
        } else if (before.startDate().isPresent() && !form.has("start-date")) {
            rejectTimes(form);
            if (form.has("duration")) {
                entry.dated(before.startDate().get(), minutes(form));
            }
        } else if (form.has("start-time")
                || form.has("end-time")
                || before.startDate().isPresent()) {
            rejectDuration(form);
            times(
                    entry,
                    unchanged(form, "start-time", before.startTime()).orElseGet(() -> time(form, "start-time")),
                    unchanged(form, "end-time", before.endTime()).orElseGet(() -> time(form, "end-time")));
        } else {
            rejectDuration(form);
        }
        account.replace(checked(classified(entry, form).build()));
    }

    /** Sets start and end, with the duration between them. */
    private static StoredLiveTimerEntry.Builder times(
            StoredLiveTimerEntry.Builder entry, OffsetDateTime start, OffsetDateTime end) {
        try {
            return entry.times(start, end);
        } catch (ArithmeticException e) {
            // Too far apart for a number of minutes.
            throw new RejectedRequestException(422, "End time is invalid");
        }
    }

    private static Optional<OffsetDateTime> unchanged(
            LiveTimerForm form, String field, Optional<OffsetDateTime> before) {
        return form.has(field) ? Optional.empty() : before;
    }

    /**
     * Sets project, task, activity and note. An entry has either a project or a task, so setting one clears the other.
     */
    private StoredLiveTimerEntry.Builder classified(StoredLiveTimerEntry.Builder entry, LiveTimerForm form) {
        if (form.value("project-id").isPresent() && form.value("task-id").isPresent()) {
            throw new RejectedRequestException(422, "Project or task may be specified, but not both");
        }
        if (form.has("project-id")) {
            entry.projectId(id(form, "project-id", "Project", account.projects));
            if (!form.clears("project-id")) {
                entry.taskId(OptionalLong.empty());
            }
        }
        if (form.has("task-id")) {
            entry.taskId(id(form, "task-id", "Task", account.tasks));
            if (!form.clears("task-id")) {
                entry.projectId(OptionalLong.empty());
            }
        }
        if (form.has("activity-id")) {
            entry.activityId(id(form, "activity-id", "Activity", account.activities));
        }
        if (form.has("note")) {
            entry.note(form.value("note").orElse(""));
        }
        return entry;
    }

    private static StoredLiveTimerEntry checked(StoredLiveTimerEntry entry) {
        if (entry.minutes() < 0) {
            throw new RejectedRequestException(422, "End time must be after start time");
        }
        return entry;
    }

    /** Returns the id of an existing item; empty if the field is present without a value, which clears it. */
    private static OptionalLong id(LiveTimerForm form, String field, String name, Map<Long, LiveTimerItem> known) {
        if (form.clears(field)) {
            return OptionalLong.empty();
        }
        String text = form.value(field).orElseThrow().trim();
        if (!text.matches("[0-9]{1,18}") || !known.containsKey(Long.parseLong(text))) {
            throw new RejectedRequestException(422, name + " does not exist");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static void rejectTimes(LiveTimerForm form) {
        if (form.value("start-time").isPresent() || form.value("end-time").isPresent()) {
            throw new RejectedRequestException(
                    422, "Start date must be empty if start time and end time are specified");
        }
    }

    private static void rejectDuration(LiveTimerForm form) {
        if (form.value("duration").isPresent()) {
            throw new RejectedRequestException(422, "Duration is calculated from start time and end time");
        }
    }

    private static int minutes(LiveTimerForm form) {
        String text = form.value("duration")
                .orElseThrow(() -> new RejectedRequestException(422, "Duration can't be blank"))
                .trim();
        if (!text.matches("[0-9]{1,7}")) {
            throw new RejectedRequestException(422, "Duration is not a number");
        }
        return Integer.parseInt(text);
    }

    private static LocalDate date(LiveTimerForm form) {
        try {
            return LocalDate.parse(form.value("start-date").orElseThrow().trim(), DATE);
        } catch (DateTimeParseException e) {
            throw new RejectedRequestException(422, "Start date is invalid");
        }
    }

    private static OffsetDateTime time(LiveTimerForm form, String field) {
        String name = field.equals("start-time") ? "Start time" : "End time";
        String text = form.value(field).orElseThrow(() -> new RejectedRequestException(422, name + " can't be blank"));
        try {
            return OffsetDateTime.parse(text.trim(), DATE_TIME);
        } catch (DateTimeParseException e) {
            throw new RejectedRequestException(422, name + " is invalid");
        }
    }
}
