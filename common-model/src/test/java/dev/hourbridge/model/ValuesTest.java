package dev.hourbridge.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final Account ACME = Account.of(Service.of("teamwork"), "acme.teamwork.com");
    private static final Account OTHER = Account.of(Service.of("teamwork"), "other.teamwork.com");
    private static final WorkTime AN_HOUR = WorkTime.on(LocalDate.parse("2014-03-30"), Duration.ofHours(1));

    private static TimeEntry.Builder entry() {
        return TimeEntry.builder().id(TimeEntryId.of(ACME, "999")).workTime(AN_HOUR);
    }

    @Test
    void theSameIdOfAnotherAccountOrServiceIsAnotherPerson() {
        assertThat(PersonRef.of(ACME, "25")).isEqualTo(PersonRef.of(ACME, "25"));
        assertThat(PersonRef.of(ACME, "25")).isNotEqualTo(PersonRef.of(OTHER, "25"));
        assertThat(PersonRef.of(ACME, "25"))
                .isNotEqualTo(PersonRef.of(Account.of(Service.of("livetimer"), "acme.teamwork.com"), "25"));
    }

    @Test
    void anEntryKeepsNothingThatACallerCanChange() {
        List<String> tags = new ArrayList<>(List.of("a"));
        Map<String, String> extras = new LinkedHashMap<>(Map.of("week", "40"));
        TimeEntry entry = entry().tags(tags).extras(extras).build();
        tags.add("b");
        extras.put("x", "y");
        assertThat(entry.tags()).containsExactly("a");
        assertThat(entry.extras()).containsExactly(Map.entry("week", "40"));
        assertThatThrownBy(() -> entry.extras().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aNewEntrySaysNothingThatItWasNotTold() {
        TimeEntry entry = entry().build();
        assertThat(entry.note()).isEmpty();
        assertThat(entry.billable()).isEqualTo(Billable.UNSPECIFIED);
        assertThat(entry.person()).isEmpty();
        assertThat(entry.invoice()).isEmpty();
        assertThat(entry.deleted()).isFalse();
    }

    @Test
    void anEntryWithoutWorkTimeCannotBeBuilt() {
        assertThatThrownBy(
                        () -> TimeEntry.builder().id(TimeEntryId.of(ACME, "1")).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("workTime");
    }

    @Test
    void aNewEntryWithoutWorkTimeCannotBeBuilt() {
        assertThatThrownBy(() -> NewTimeEntry.builder().build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("workTime: no value; specify a day");
    }

    @Test
    @SuppressWarnings("NullAway") // what callers do who have no such checks
    void aReferenceToNothingIsRefusedByName() {
        assertThatThrownBy(() -> PersonRef.of(ACME, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("person id: no value; ");
        assertThatThrownBy(() -> TaskRef.of(ACME, null)).hasMessageStartingWith("task id: no value; ");
        assertThatThrownBy(() -> ProjectRef.of(null, "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("account: no value; ");
        assertThatThrownBy(() -> TimeEntryId.of(ACME, null)).hasMessageStartingWith("time entry id: no value; ");
        assertThatThrownBy(() -> Account.of(ACME.service(), null)).hasMessageStartingWith("account: no value; ");
    }

    @Test
    void anUpdateTellsLeaveSetAndClearApart() {
        TimeEntryUpdate update =
                TimeEntryUpdate.builder().note("x").clearActivity().build();
        assertThat(update.note().value()).contains("x");
        assertThat(update.activity().isClear()).isTrue();
        assertThat(update.project().isLeave()).isTrue();
        assertThat(update.isEmpty()).isFalse();
        assertThat(TimeEntryUpdate.builder().build().isEmpty()).isTrue();
    }

    @Test
    void noServiceCanBeToldUnspecified() {
        assertThatThrownBy(() -> TimeEntryUpdate.builder().billable(Billable.UNSPECIFIED))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("billable");
    }

    @Test
    void aQueryMatchesBothItsDaysAndNothingBeyond() {
        LocalDate day = LocalDate.parse("2014-03-30");
        assertThat(TimeEntryQuery.between(day, day).matches(entry().build())).isTrue();
        assertThat(TimeEntryQuery.between(day.plusDays(1), day.plusDays(2)).matches(entry().build()))
                .isFalse();
        assertThat(TimeEntryQuery.between(day.minusDays(2), day.minusDays(1)).matches(entry().build()))
                .isFalse();
        assertThat(TimeEntryQuery.all().matches(entry().build())).isTrue();
    }

    @Test
    void aQueryForAPersonDoesNotMatchAnEntryWithoutOne() {
        TimeEntryQuery query =
                TimeEntryQuery.builder().person(PersonRef.of(ACME, "25")).build();
        assertThat(query.matches(entry().build())).isFalse();
        assertThat(query.matches(entry().person(PersonRef.of(ACME, "25")).build()))
                .isTrue();
        assertThat(query.matches(entry().person(PersonRef.of(OTHER, "25")).build()))
                .isFalse();
    }

    @Test
    void aQueryMatchesWhatWasCreatedOrUpdatedSince() {
        Instant stamp = Instant.parse("2024-06-12T10:00:00Z");
        TimeEntryQuery since = TimeEntryQuery.builder().updatedSince(stamp).build();
        for (Audit audit : List.of(
                Audit.builder().createdAt(stamp).build(),
                Audit.builder().updatedAt(stamp).build(),
                Audit.builder()
                        .createdAt(stamp.minusSeconds(1))
                        .updatedAt(stamp)
                        .build(),
                Audit.unknown())) {
            assertThat(since.matches(entry().audit(audit).build())).isTrue();
        }
        for (Audit audit : List.of(
                Audit.builder().createdAt(stamp.minusSeconds(1)).build(),
                Audit.builder().updatedAt(stamp.minusSeconds(1)).build(),
                Audit.builder()
                        .createdAt(Instant.EPOCH)
                        .updatedAt(stamp.minusSeconds(1))
                        .build())) {
            assertThat(since.matches(entry().audit(audit).build())).isFalse();
        }
    }

    @Test
    void aQueryForOtherDaysRetainsItsOtherConditions() {
        LocalDate day = LocalDate.parse("2014-03-30");
        TimeEntryQuery query = TimeEntryQuery.builder()
                .firstDay(day)
                .person(PersonRef.of(ACME, "25"))
                .updatedSince(Instant.EPOCH)
                .build();
        assertThat(query.withDays(null, day))
                .isEqualTo(TimeEntryQuery.builder()
                        .lastDay(day)
                        .person(PersonRef.of(ACME, "25"))
                        .updatedSince(Instant.EPOCH)
                        .build());
        assertThatThrownBy(() -> query.withDays(day, day.minusDays(1))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void daysInTheWrongOrderAreRefusedByName() {
        LocalDate day = LocalDate.parse("2014-03-30");
        assertThatThrownBy(() -> TimeEntryQuery.between(day, day.minusDays(1)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo("lastDay"));
    }

    @Test
    void blankIdsAndOddServiceNamesAreRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> ProjectRef.of(ACME, " "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("project id");
        assertThatThrownBy(() -> Service.of("Team Work"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("Team Work");
    }

    @Test
    void anExceptionSaysWhatTheServiceSaidAndWhereToReadOn() {
        ServerException failure = new ServerException(Failure.builder("POST /projects/999/time_entries.json failed.")
                .status(500)
                .serviceMessage("incorrect data")
                .attempts(1)
                .outcome(WriteOutcome.IN_DOUBT)
                .build());
        assertThat(failure)
                .hasMessage("POST /projects/999/time_entries.json failed. The service reports: \"incorrect data\"."
                        + " (help: server)");
        assertThat(failure.help()).isEqualTo("server");
        assertThat(failure.status()).hasValue(500);
        assertThat(failure.outcome()).contains(WriteOutcome.IN_DOUBT);
        assertThat(failure.attempts()).isEqualTo(1);
    }
}
