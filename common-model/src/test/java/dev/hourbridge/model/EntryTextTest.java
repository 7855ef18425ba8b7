package dev.hourbridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Texts of entries, which end in logs: they identify an entry and do not contain what a person wrote. */
class EntryTextTest {
    private static final String SECRET = "call with Dr. Smith";
    private static final Account ACME = Account.of(Service.of("teamwork"), "acme.teamwork.com");
    private static final WorkTime AN_HOUR = WorkTime.on(LocalDate.parse("2014-03-30"), Duration.ofHours(1));

    @Test
    void anEntryShowsItsIdsAndNeitherNoteNorNames() {
        TimeEntry entry = TimeEntry.builder()
                .id(TimeEntryId.of(ACME, "999"))
                .workTime(AN_HOUR)
                .person(PersonRef.of(ACME, "25"))
                .personName(SECRET)
                .task(TaskRef.of(ACME, "7"))
                .taskName(SECRET)
                .note(SECRET)
                .tags(List.of(SECRET))
                .extras(Map.of("description", SECRET))
                .build();

        assertThat(entry.toString())
                .contains("teamwork:acme.teamwork.com/999", AN_HOUR.toString(), "teamwork:acme.teamwork.com/25")
                .contains("task=teamwork:acme.teamwork.com/7")
                .doesNotContain(SECRET, "project=");
    }

    @Test
    void aNewEntryShowsItsReferencesAndNotItsNote() {
        NewTimeEntry entry = NewTimeEntry.of(AN_HOUR)
                .project(ProjectRef.of(ACME, "8"))
                .note(SECRET)
                .tags(List.of(SECRET))
                .build();

        assertThat(entry.toString())
                .contains(AN_HOUR.toString(), "project=teamwork:acme.teamwork.com/8")
                .doesNotContain(SECRET);
    }

    @Test
    void anUpdateShowsThatTheNoteChangesAndNotTheNote() {
        TimeEntryUpdate update = TimeEntryUpdate.builder()
                .note(SECRET)
                .tags(List.of(SECRET))
                .billable(Billable.YES)
                .clearTask()
                .build();

        assertThat(update).hasToString("TimeEntryUpdate{task=CLEAR, note=SET, billable=YES, tags=SET}");
        assertThat(TimeEntryUpdate.builder().build()).hasToString("TimeEntryUpdate{}");
    }
}
