package dev.hourbridge.migration.internal.entry;

import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the source at the time of its plan, for comparison by a later plan.
 *
 * @param id the source's id
 * @param digest the digest of all fields
 * @param duration the duration at the source
 * @param values the fields; empty in a ledger of an earlier version, until its next plan stores them
 */
public record SourceFields(String id, String digest, Duration duration, Optional<Values> values) {

    /** The values of the fields, with the source's ids. */
    public record Values(
            @Nullable String person,
            @Nullable String project,
            @Nullable String task,
            @Nullable String activity,
            @Nullable String client,
            @Nullable String invoice,
            LocalDate day,
            @Nullable OffsetDateTime start,
            String note,
            Billable billable,
            List<String> tags) {

        /** Returns the value of a field as a string or object; null if the entry has none. */
        private @Nullable Object of(EntryField field) {
            return switch (field) {
                case PERSON -> person;
                case PROJECT -> project;
                case TASK -> task;
                case ACTIVITY -> activity;
                case CLIENT -> client;
                case INVOICE -> invoice;
                case DATE -> day;
                case START -> start;
                case NOTE -> note;
                case BILLABLE ->
                    billable == Billable.UNSPECIFIED ? null : billable.name().toLowerCase(Locale.ROOT);
                case TAGS -> String.join(", ", tags);
                case DURATION -> null;
            };
        }
    }

    /** Returns the entry at that time; empty if only its digest is known or it had a trailer. */
    public Optional<TimeEntry> entry(TimeEntryId entryId) {
        return values.filter(was -> Trailer.split(was.note()).trailer().isEmpty())
                .map(was -> {
                    Account account = entryId.account();
                    WorkTime time = was.start() == null
                            ? WorkTime.on(was.day(), duration)
                            : WorkTime.from(was.start(), duration);
                    TimeEntry.Builder entry = TimeEntry.builder()
                            .id(entryId)
                            .workTime(time)
                            .note(was.note())
                            .billable(was.billable())
                            .tags(was.tags());
                    ifGiven(was.person(), each -> entry.person(PersonRef.of(account, each)));
                    ifGiven(was.project(), each -> entry.project(ProjectRef.of(account, each)));
                    ifGiven(was.task(), each -> entry.task(TaskRef.of(account, each)));
                    ifGiven(was.activity(), each -> entry.activity(ActivityRef.of(account, each)));
                    ifGiven(was.client(), each -> entry.client(ClientRef.of(account, each)));
                    return entry.build();
                });
    }

    /** Returns the value of a field in readable form; empty if there is none or only the digest is known. */
    public Optional<String> text(EntryField field) {
        return field == EntryField.DURATION
                ? Optional.of(FieldDifferences.hours(duration))
                : values.map(was -> was.of(field)).map(Object::toString).filter(text -> !text.isEmpty());
    }

    private static void ifGiven(@Nullable String value, Consumer<String> use) {
        if (value != null) {
            use.accept(value);
        }
    }

    /**
     * Returns the fields of an entry.
     *
     * @param entry the entry as listed by the source
     * @param duration its duration, which may be more precise in the trailer of an earlier migration
     */
    public static SourceFields of(TimeEntry entry, Duration duration) {
        WorkTime time = entry.workTime();
        return new SourceFields(
                entry.id().id(),
                EntryDigest.of(entry),
                duration,
                Optional.of(new Values(
                        entry.person().map(ref -> ref.id()).orElse(null),
                        entry.project().map(ref -> ref.id()).orElse(null),
                        entry.task().map(ref -> ref.id()).orElse(null),
                        entry.activity().map(ref -> ref.id()).orElse(null),
                        entry.client().map(ref -> ref.id()).orElse(null),
                        entry.invoice().map(Object::toString).orElse(null),
                        time.localDate(),
                        time instanceof WorkTime.Interval interval ? interval.start() : null,
                        entry.note(),
                        entry.billable(),
                        entry.tags())));
    }
}
