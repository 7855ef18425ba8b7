package dev.hourbridge.benchmarks.growth;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a small entry, which fit into eight bytes. Immutable.
 *
 * @param day the number of days since {@link #FIRST_DAY}
 * @param work the number in the note
 * @param revision the number of times that the note was changed
 */
record PackedEntry(int day, int minutes, int person, int project, int work, int revision) {
    /** The day of the first entry. */
    static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);

    /** The number of different people. */
    static final int PEOPLE = 30;

    /** The number of different projects. */
    static final int PROJECTS = 20;

    private static final int ENTRIES_A_DAY = 274;
    private static final Pattern NOTE = Pattern.compile("work number (\\d+)(?:, revision (\\d+))?");

    /** Returns the entry with this number, in the order of days. */
    static PackedEntry number(int work) {
        return new PackedEntry(
                work / ENTRIES_A_DAY, 1 + work % 480, 1 + work % PEOPLE, 1 + work / PEOPLE % PROJECTS, work, 0);
    }

    /** Returns the values of a new entry, which {@link #entry} must have created. */
    static PackedEntry of(NewTimeEntry entry) {
        Matcher note = matched(entry.note());
        return new PackedEntry(
                (int) (entry.workTime().localDate().toEpochDay() - FIRST_DAY.toEpochDay()),
                (int) entry.workTime().duration().toMinutes(),
                Integer.parseInt(entry.person().orElseThrow().id()),
                Integer.parseInt(entry.project().orElseThrow().id()),
                Integer.parseInt(note.group(1)),
                revision(note));
    }

    private static Matcher matched(String text) {
        Matcher note = NOTE.matcher(text);
        if (!note.matches()) {
            throw new IllegalArgumentException("an unexpected note");
        }
        return note;
    }

    private static int revision(Matcher note) {
        return note.group(2) == null ? 0 : Integer.parseInt(note.group(2));
    }

    /** Returns the same entry with a note of another revision. */
    PackedEntry withNote(String text) {
        return withRevision(revision(matched(text)));
    }

    PackedEntry withRevision(int other) {
        return new PackedEntry(day, minutes, person, project, work, other);
    }

    static PackedEntry unpack(long bits) {
        return new PackedEntry(
                (int) bits & 0x1fff,
                (int) (bits >>> 13) & 0x1ff,
                (int) (bits >>> 22) & 0x1f,
                (int) (bits >>> 27) & 0x1f,
                (int) (bits >>> 32) & 0xfffffff,
                (int) (bits >>> 60));
    }

    long pack() {
        return day
                | (long) minutes << 13
                | (long) person << 22
                | (long) project << 27
                | (long) work << 32
                | (long) revision << 60;
    }

    TimeEntry entry(Account account, int id) {
        return TimeEntry.builder()
                .id(TimeEntryId.of(account, Integer.toString(id)))
                .workTime(WorkTime.on(FIRST_DAY.plusDays(day), Duration.ofMinutes(minutes)))
                .person(PersonRef.of(account, Integer.toString(person)))
                .project(ProjectRef.of(account, Integer.toString(project)))
                .note("work number " + work + (revision == 0 ? "" : ", revision " + revision))
                .build();
    }
}
