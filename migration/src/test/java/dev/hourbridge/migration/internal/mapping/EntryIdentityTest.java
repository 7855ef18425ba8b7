package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryIdentityTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 12);
    private static final OffsetDateTime START = OffsetDateTime.parse("2024-06-12T09:30:00-04:00");
    private static final Capabilities ALL = target(Placement.PROJECT_WITH_TASK, StartForm.OFFSET);
    private static final EntryIdentity BASE = identity("1", "p", "t", DAY, START, 3600, "note");

    private static Capabilities target(Placement placement, StartForm starts) {
        return Capabilities.builder()
                .readable(EnumSet.allOf(EntryField.class))
                .placement(placement)
                .startForm(starts)
                .zone(ZoneId.of("America/New_York"))
                .build();
    }

    private static EntryIdentity identity(
            String person,
            @Nullable String project,
            @Nullable String task,
            LocalDate day,
            @Nullable OffsetDateTime start,
            long seconds,
            String note) {
        return new EntryIdentity(person, project, task, day, start, seconds, note, "a", Billable.YES, List.of("x"));
    }

    private static EntryIdentity with(@Nullable String activity, Billable billable, List<String> tags) {
        return new EntryIdentity("1", "p", "t", DAY, START, 3600, "note", activity, billable, tags);
    }

    /** Of the fields that differ. */
    private static Set<EntryField> differences(EntryIdentity row) {
        assertThat(row.fingerprint(ALL).equals(BASE.fingerprint(ALL)))
                .isEqualTo(row.withoutNote()
                                .fingerprint(ALL)
                                .equals(BASE.withoutNote().fingerprint(ALL))
                        && row.note().equals(BASE.note()));
        return BASE.differences(row, ALL);
    }

    @Test
    void eachFieldThatWasSentCounts() {
        assertThat(differences(BASE)).isEmpty();
        assertThat(differences(identity("2", "p", "t", DAY, START, 3600, "note")))
                .containsExactly(EntryField.PERSON);
        assertThat(differences(identity("1", "q", "t", DAY, START, 3600, "note")))
                .containsExactly(EntryField.PROJECT);
        assertThat(differences(identity("1", "p", "u", DAY, START, 3600, "note")))
                .containsExactly(EntryField.TASK);
        assertThat(differences(identity("1", "p", null, DAY, START, 3600, "note")))
                .containsExactly(EntryField.TASK);
        assertThat(differences(identity("1", "p", "t", DAY.plusDays(1), START, 3600, "note")))
                .containsExactly(EntryField.DATE);
        assertThat(differences(identity("1", "p", "t", DAY, START.plusMinutes(1), 3600, "note")))
                .containsExactly(EntryField.START);
        assertThat(differences(identity("1", "p", "t", DAY, null, 3600, "note")))
                .containsExactly(EntryField.START);
        assertThat(differences(identity("1", "p", "t", DAY, START, 3601, "note")))
                .containsExactly(EntryField.DURATION);
        assertThat(differences(identity("1", "p", "t", DAY, START, 3600, "other")))
                .containsExactly(EntryField.NOTE);
        assertThat(differences(with("b", Billable.YES, List.of("x")))).containsExactly(EntryField.ACTIVITY);
        assertThat(differences(with(null, Billable.YES, List.of("x")))).containsExactly(EntryField.ACTIVITY);
        assertThat(differences(with("a", Billable.NO, List.of("x")))).containsExactly(EntryField.BILLABLE);
        assertThat(differences(with("a", Billable.YES, List.of("x", "y")))).containsExactly(EntryField.TAGS);
        assertThat(differences(with("a", Billable.YES, List.of("x", "x"))))
                .as("tags are a set")
                .isEmpty();
    }

    @Test
    void whatWasNotSentDoesNotCountUnlessItWasSentBefore() {
        EntryIdentity bare = with(null, Billable.UNSPECIFIED, List.of());

        assertThat(bare.differences(BASE, ALL)).isEmpty();
        assertThat(bare.differences(BASE, ALL, Set.of(EntryField.ACTIVITY))).containsExactly(EntryField.ACTIVITY);
        assertThat(bare.differences(BASE, ALL, Set.of(EntryField.TAGS))).containsExactly(EntryField.TAGS);
        assertThat(bare.optionalFields()).isEmpty();
        assertThat(BASE.optionalFields()).containsExactlyInAnyOrder(EntryField.ACTIVITY, EntryField.TAGS);
    }

    @Test
    void whatTheTargetDoesNotListDoesNotCount() {
        Capabilities blind =
                ALL.toBuilder().readable(Set.of()).startForm(StartForm.NONE).build();
        EntryIdentity row = new EntryIdentity(
                "2", "p", "t", DAY, START.plusHours(1), 3600, "other", "b", Billable.NO, List.of("y"));

        assertThat(BASE.differences(row, blind)).isEmpty();
        assertThat(identity("1", "p", "t", DAY, START, 3600, "other").fingerprint(blind))
                .isEqualTo(BASE.fingerprint(blind));
        assertThat(identity("1", "p", "t", DAY, START.plusHours(1), 3600, "note")
                        .fingerprint(blind))
                .isEqualTo(BASE.fingerprint(blind));
    }

    /** The wall clock is compared, and then the instant, except in the hour that is shown twice. */
    @Test
    void aStartIsComparedByItsClockAndByItsInstant() {
        EntryIdentity elsewhere =
                identity("1", "p", "t", DAY, OffsetDateTime.parse("2024-06-12T09:30:00-05:00"), 3600, "note");
        assertThat(differencesOnly(BASE, elsewhere, StartForm.OFFSET)).containsExactly(EntryField.START);
        LocalDate autumn = LocalDate.of(2024, 11, 3);
        EntryIdentity first =
                identity("1", "p", "t", autumn, OffsetDateTime.parse("2024-11-03T01:30:00-04:00"), 3600, "note");
        EntryIdentity second =
                identity("1", "p", "t", autumn, OffsetDateTime.parse("2024-11-03T01:30:00-05:00"), 3600, "note");
        assertThat(differencesOnly(first, second, StartForm.WALL_CLOCK)).isEmpty();
        assertThat(differencesOnly(first, second, StartForm.OFFSET)).containsExactly(EntryField.START);
        assertThat(differencesOnly(first, second, StartForm.NONE)).isEmpty();
        assertThat(differencesOnly(BASE, elsewhere, StartForm.WALL_CLOCK)).containsExactly(EntryField.START);
        Capabilities withoutZone = Capabilities.builder()
                .startForm(StartForm.WALL_CLOCK)
                .placement(Placement.TASK)
                .build();
        assertThat(first.differences(second, withoutZone)).containsExactly(EntryField.START);
    }

    private static Set<EntryField> differencesOnly(EntryIdentity sent, EntryIdentity row, StartForm starts) {
        return sent.differences(row, target(Placement.PROJECT_WITH_TASK, starts));
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT_WITH_TASK, p, t, pp/tt",
        "PROJECT_WITH_TASK, p, , pp/",
        "PROJECT_WITH_TASK, , t, p/tt",
        "PROJECT_WITH_TASK, , , p/",
        "PROJECT_OR_TASK, p, t, tt",
        "PROJECT_OR_TASK, p, , pp",
        "PROJECT_OR_TASK, , , ''",
        "TASK, p, t, tt",
        "TASK, p, , ''"
    })
    void aPlaceIsWhatTellsRowsApart(
            Placement placement, @Nullable String project, @Nullable String task, String expected) {
        EntryIdentity one = identity("1", project, task, DAY, null, 60, "");

        assertThat(one.place(target(placement, StartForm.NONE))).isEqualTo(expected);
    }

    @Test
    void theLooseFingerprintIsOfPersonPlaceDayAndDuration() {
        String loose = BASE.looseFingerprint(ALL);

        assertThat(identity("1", "p", "t", DAY, null, 3600, "other").looseFingerprint(ALL))
                .isEqualTo(loose);
        assertThat(identity("2", "p", "t", DAY, null, 3600, "other").looseFingerprint(ALL))
                .isNotEqualTo(loose);
        assertThat(identity("1", "q", "t", DAY, null, 3600, "other").looseFingerprint(ALL))
                .isNotEqualTo(loose);
        assertThat(identity("1", "p", "t", DAY.plusDays(1), null, 3600, "").looseFingerprint(ALL))
                .isNotEqualTo(loose);
        assertThat(identity("1", "p", "t", DAY, null, 60, "other").looseFingerprint(ALL))
                .isNotEqualTo(loose);
    }

    @Test
    void leavesOutTrailerMarkerAndNote() {
        String marked = new Trailer(Map.of(Trailer.ID, "7")).appendedTo("note");
        EntryIdentity row = new EntryIdentity(
                "1", "p", "t", DAY, START, 3600, marked, "a", Billable.YES, List.of(MarkerTag.NAME, "x"));

        assertThat(row.withoutTrailer().withoutMarker()).isEqualTo(BASE);
        assertThat(row.withoutNote().note()).isEmpty();
        assertThat(BASE.hasDetails(row.withoutMarker().details(), ALL)).isTrue();
        assertThat(BASE.hasDetails(row.details(), ALL)).isFalse();
        assertThat(row.details().withoutMarker()).isEqualTo(BASE.details());
    }
}
