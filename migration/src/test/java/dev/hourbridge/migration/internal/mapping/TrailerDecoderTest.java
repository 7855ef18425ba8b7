package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an earlier migration kept in a note, and what somebody may have put there since. */
class TrailerDecoderTest {
    private static final Account SOURCE = Account.of(Service.of("codebase"), "acme");
    private static final Account TARGET = Account.of(Service.of("teamwork"), "acme");
    private static final WorkTime DAY = WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofMinutes(45));

    private static TrailerDecoder restored(Map<String, String> kept) {
        Map<String, String> fields = new LinkedHashMap<>(kept);
        fields.put(Trailer.ACCOUNT, TARGET.toString());
        fields.put(Trailer.WRITTEN, Trailer.timeText(DAY));
        return TrailerDecoder.of(
                TimeEntry.builder()
                        .id(TimeEntryId.of(SOURCE, "website/7"))
                        .workTime(DAY)
                        .note(new Trailer(fields).appendedTo("work"))
                        .build(),
                TARGET);
    }

    @Test
    void theTimeIsWhatItWas() {
        assertThat(restored(Map.of(Trailer.START, "2024-06-13T01:30:17Z", Trailer.DURATION, "PT44M31S"))
                        .entry()
                        .workTime())
                .isEqualTo(WorkTime.from(
                        OffsetDateTime.parse("2024-06-13T01:30:17Z"),
                        Duration.ofMinutes(44).plusSeconds(31)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-5M", "PT26H", "PT2562047788015215H30M", "P1000000000000D", "45", ""})
    void aDurationThatCannotHaveBeenRoundedToThisOneIsNot(String duration) {
        assertThat(restored(Map.of(Trailer.DURATION, duration)).entry().workTime())
                .isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-01-01T09:30:00-04:00",
                "2024-06-16T09:30:00Z",
                "+999999999-12-31T23:59:59-18:00",
                "-999999999-01-01T00:00:00+18:00",
                "2024-02-30T09:30:00Z"
            })
    void aStartThatCannotHaveBeenOnThisDayIsNot(String start) {
        assertThat(restored(Map.of(Trailer.START, start)).entry().workTime()).isEqualTo(DAY);
    }

    @Test
    void aBlankIdIsNone() {
        assertThat(restored(Map.of(Trailer.PERSON, " ")).direct(Trailer.PERSON)).isEmpty();
        assertThat(restored(Map.of(Trailer.PERSON, "7")).direct(Trailer.PERSON)).contains("7");
    }

    @Test
    void onlyTheWordNoMakesAnEntryNotBillable() {
        assertThat(restored(Map.of(Trailer.BILLABLE, "NO")).entry().billable()).isEqualTo(Billable.NO);
        assertThat(restored(Map.of(Trailer.BILLABLE, "YES")).entry().billable()).isEqualTo(Billable.YES);
        assertThat(restored(Map.of(Trailer.BILLABLE, "MAYBE")).entry().billable())
                .isEqualTo(Billable.UNSPECIFIED);
    }
}
