package dev.hourbridge.resilience.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.codebase.NewTimeSession;
import dev.hourbridge.codebase.TimeSessionFilter;
import dev.hourbridge.codebase.TimeSessionUpdate;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.livetimer.AssignableTerm;
import dev.hourbridge.livetimer.ItemTerm;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.LiveTimerEntryUpdate;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.livetimer.NewLiveTimerEntry;
import dev.hourbridge.livetimer.UserTerm;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.teampulse.NewTeamPulseEntry;
import dev.hourbridge.teampulse.ODataQuery;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teampulse.TeamPulseEntryUpdate;
import dev.hourbridge.teamwork.NewTeamworkEntry;
import dev.hourbridge.teamwork.TeamworkClient;
import dev.hourbridge.teamwork.TeamworkEntryQuery;
import dev.hourbridge.teamwork.TeamworkEntryUpdate;
import dev.hourbridge.teamwork.TotalsQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/** Numbers that are no ids, in every place of the four native APIs that takes an id. */
final class NumbersTest {
    private static final long[] NO_IDS = {0, -1, -7, Integer.MIN_VALUE, Long.MIN_VALUE};
    private static final LocalDate DAY = LocalDate.of(2024, 6, 12);

    private int tried;

    @Test
    void aNumberBelowOneIsRefusedUnsent() {
        try (RawServer server = RawServer.notFound()) {
            codebase((CodebaseClient) Service.CODEBASE.client(server.url()));
            teamwork((TeamworkClient) Service.TEAMWORK.client(server.url()));
            teamPulse((TeamPulseClient) Service.TEAMPULSE.client(server.url()));
            liveTimer((LiveTimerClient) Service.LIVETIMER.client(server.url()));

            assertThat(server.take()).isEmpty();
        }
        Evidence.of(Area.INPUT, "Numbers that are no ids")
                .tried("zero and below in every place of the native APIs that takes an id")
                .result("invalid before any request")
                .count(tried);
    }

    private void codebase(CodebaseClient client) {
        try (client) {
            NewTimeSession session = NewTimeSession.builder()
                    .summary("Work")
                    .minutes(1)
                    .sessionDate(LocalDate.of(2024, 3, 5))
                    .userId(25)
                    .build();
            refused(id -> client.timeSessions().get("website", id));
            refused(id -> client.timeSessions().delete("website", id));
            refused(id -> client.timeSessions().replace("website", id, session));
            refused(id -> client.timeSessions()
                    .update(
                            "website",
                            id,
                            TimeSessionUpdate.builder().minutes(1).build()));
            refused(id -> TimeSessionFilter.builder().user(id).build());
            refused(id -> session.toBuilder().userId(id).build());
            refused(id -> session.toBuilder().ticketId(id).build());
            refused(id -> TimeSessionUpdate.builder().userId(id).build());
            refused(id -> TimeSessionUpdate.builder().ticketId(id).build());
        }
    }

    private void teamwork(TeamworkClient client) {
        try (client) {
            NewTeamworkEntry entry = NewTeamworkEntry.builder()
                    .date(DAY)
                    .time(LocalTime.NOON)
                    .hours(1)
                    .minutes(0)
                    .build();
            TeamworkEntryUpdate update =
                    TeamworkEntryUpdate.builder().description("x").build();
            refused(id -> client.timeEntries().get(id));
            refused(id -> client.timeEntries().delete(id));
            refused(id -> client.timeEntries().update(id, update));
            refused(id -> client.timeEntries().createOnProject(id, entry));
            refused(id -> client.timeEntries().createOnTask(id, entry));
            refused(id -> client.timeEntries().listOfProject(id, TeamworkEntryQuery.all()));
            refused(id -> client.timeEntries().listOfTask(id));
            refused(id -> client.totals().ofProject(id, TotalsQuery.all()));
            refused(id -> client.totals().ofTasklist(id, TotalsQuery.all()));
            refused(id -> client.totals().ofTask(id, TotalsQuery.all()));
            refused(id -> TeamworkEntryQuery.builder().userId(id).build());
            refused(id -> TeamworkEntryQuery.builder().projectId(id).build());
            refused(id -> TeamworkEntryQuery.builder().tagIds(List.of(1L, id)).build());
            refused(id ->
                    TeamworkEntryQuery.builder().taskTagIds(List.of(1L, id)).build());
            refused(id -> entry.toBuilder().personId(id).build());
            refused(id -> update.toBuilder().personId(id).build());
            refused(id -> update.toBuilder().projectId(id).build());
        }
    }

    private void teamPulse(TeamPulseClient client) {
        try (client) {
            NewTeamPulseEntry entry = NewTeamPulseEntry.builder()
                    .date(DAY)
                    .duration(Duration.ofHours(1))
                    .type("Billable")
                    .userId(1)
                    .taskId(1)
                    .build();
            refused(id -> client.timeEntries().get(id));
            refused(id -> client.timeEntries().delete(id));
            refused(id -> client.timeEntries()
                    .update(id, TeamPulseEntryUpdate.builder().note("x").build()));
            refused(id -> client.timeEntries().listOfTask(id, ODataQuery.all()));
            refused(id -> client.timeEntries().pageOfTask(id, ODataQuery.all()));
            refused(id -> client.workTypes().list(id, ODataQuery.all()));
            refused(id -> client.workTypes().page(id, ODataQuery.all()));
            refused(id ->
                    client.timeEntries().create(entry.toBuilder().userId(id).build()));
            refused(id ->
                    client.timeEntries().create(entry.toBuilder().taskId(id).build()));
        }
    }

    private void liveTimer(LiveTimerClient client) {
        try (client) {
            refused(id -> client.timeEntries().get(id));
            refused(id -> client.timeEntries().delete(id));
            refused(id -> client.timeEntries()
                    .update(id, LiveTimerEntryUpdate.builder().note("x").build()));
            refused(id -> client.timeEntries().window(LiveTimerFilter.all(), id, 10));
            refused(UserTerm::id);
            refused(ItemTerm::id);
            refused(AssignableTerm::id);
            refused(id -> NewLiveTimerEntry.durationOnly(DAY, 1).projectId(id).build());
            refused(id -> NewLiveTimerEntry.durationOnly(DAY, 1).taskId(id).build());
            refused(id -> NewLiveTimerEntry.durationOnly(DAY, 1).activityId(id).build());
        }
    }

    private void refused(LongConsumer place) {
        for (long id : NO_IDS) {
            tried++;
            assertThatExceptionOfType(InvalidInputException.class)
                    .as("place %s with %s", tried, id)
                    .isThrownBy(() -> place.accept(id));
        }
    }
}
