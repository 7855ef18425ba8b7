package dev.hourbridge.codebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
    private static final LocalDate DAY = LocalDate.parse("2009-09-05");

    private static CodebaseClient client(CodebaseSimulator simulator) {
        return CodebaseClient.builder()
                .baseUrl(simulator.url().toString())
                .account(simulator.account())
                .username(simulator.username())
                .apiKey(simulator.apiKey())
                .projects(simulator.projects())
                .build();
    }

    @Test
    void anEntryGoesThereAndBackAndAway() {
        try (CodebaseSimulator simulator = CodebaseSimulator.builder().start();
                CodebaseClient client = client(simulator)) {
            String project = simulator.projects().get(0);
            NewTimeEntry entry = NewTimeEntry.of(WorkTime.on(DAY, Duration.ofMinutes(1439)))
                    .project(ProjectRef.of(client.account(), project))
                    .note("Ünïcode 🕐 <&> ]]>")
                    .build();
            TimeEntryId id = client.create(entry);
            TimeEntry read = client.get(id);
            assertThat(read.workTime()).isEqualTo(entry.workTime());
            assertThat(read.note()).isEqualTo(entry.note());
            client.update(id, TimeEntryUpdate.builder().note("Mended").build());
            assertThat(client.get(id).note()).isEqualTo("Mended");
            assertThat(client.get(id).workTime()).isEqualTo(entry.workTime());
            assertThat(client.list(TimeEntryQuery.between(DAY, DAY)).stream())
                    .extracting(TimeEntry::id)
                    .containsExactly(id);
            client.delete(id);
            assertThatThrownBy(() -> client.get(id)).isInstanceOf(NotFoundException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyDayIsExactWhetherOrNotToIncludesIt(boolean toInclusive) {
        try (CodebaseSimulator simulator =
                        CodebaseSimulator.builder().toInclusive(toInclusive).start();
                CodebaseClient client = client(simulator)) {
            simulator.seed(42, 300);
            List<TimeEntry> all = client.list(TimeEntryQuery.all()).stream().toList();
            assertThat(all).hasSize(300);
            all.stream()
                    .map(entry -> entry.workTime().localDate())
                    .distinct()
                    .limit(20)
                    .forEach(day -> {
                        TimeEntryQuery query = TimeEntryQuery.between(day, day.plusDays(2));
                        assertThat(client.list(query).stream())
                                .containsExactlyInAnyOrderElementsOf(
                                        all.stream().filter(query::matches).toList());
                    });
            all.stream().flatMap(entry -> entry.person().stream()).distinct().forEach(person -> {
                TimeEntryQuery query = TimeEntryQuery.builder().person(person).build();
                assertThat(client.list(query).stream())
                        .containsExactlyInAnyOrderElementsOf(
                                all.stream().filter(query::matches).toList());
            });
        }
    }
}
