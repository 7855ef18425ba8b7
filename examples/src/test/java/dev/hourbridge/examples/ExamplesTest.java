package dev.hourbridge.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.Simulator;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.codebase.StoredCodebaseSession;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs each example as a user would, against a simulated service. */
final class ExamplesTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = System.out;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(console);
    }

    @Test
    void sumsAWeekByProject() {
        try (TeamworkSimulator teamwork = TeamworkSimulator.start()) {
            add(teamwork, 999, "2024-06-03T14:00:00Z", 90, false);
            add(teamwork, 999, "2024-06-09T14:00:00Z", 30, false);
            add(teamwork, 1049, "2024-06-05T14:00:00Z", 45, false);
            add(teamwork, 1049, "2024-06-10T14:00:00Z", 600, false);

            HoursByProject.main(new String[] {
                url(teamwork), teamwork.apiKey(), teamwork.zone().getId(), "2024-06-03"
            });

            assertThat(printed().lines())
                    .hasSize(2)
                    .anyMatch(line -> line.endsWith("  2 h 0"))
                    .anyMatch(line -> line.endsWith("  0 h 45"));
        }
    }

    @Test
    void logsAnHourOnce() {
        try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
            logAnHour(liveTimer);

            StoredLiveTimerEntry entry = liveTimer.entries().get(0);
            assertThat(entry.minutes()).isEqualTo(60);
            assertThat(entry.note()).isEqualTo("Wrote the minutes");
            assertThat(printed()).isEqualToIgnoringNewLines("Logged as " + entry.id());
        }
    }

    @Test
    void saysWhenItIsInDoubtWhetherTheHourIsLogged() {
        try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
            liveTimer.faults().next(Requests.method("POST"), Fault.lostResponse());

            logAnHour(liveTimer);

            assertThat(printed()).startsWith("Not logged (IN_DOUBT)");
            assertThat(liveTimer.entries()).hasSize(1);
        }
    }

    @Test
    void findsWhatIsToBeBilledAndIsNot() {
        try (TeamworkSimulator teamwork = TeamworkSimulator.start()) {
            add(teamwork, 999, "2024-06-03T14:00:00Z", 90, true);
            add(teamwork, 999, "2024-06-04T14:00:00Z", 30, false);
            teamwork.add(StoredTeamworkEntry.builder(999, 999, Instant.parse("2024-06-05T14:00:00Z"), 60)
                    .billable(true)
                    .invoiceNo("2024-17")
                    .build());

            UnbilledTime.main(new String[] {
                url(teamwork), teamwork.apiKey(), teamwork.zone().getId(), "2024-06-01", "2024-06-30"
            });

            assertThat(printed())
                    .startsWith("2024-06-03  90 min")
                    .endsWith("Unbilled: 90 min" + System.lineSeparator());
        }
    }

    @Test
    void copiesAWeek() {
        try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start();
                CodebaseSimulator codebase = CodebaseSimulator.start()) {
            for (int day = 2; day <= 4; day++) {
                liveTimer.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2024, 6, day), 30 + day)
                        .note("Day " + day)
                        .build());
            }

            CopyWeek.main(new String[] {
                url(liveTimer),
                liveTimer.username(),
                liveTimer.password(),
                codebase.url().toString(),
                codebase.account(),
                codebase.username(),
                codebase.apiKey(),
                "website",
                "2024-06-03"
            });

            assertThat(codebase.entries())
                    .extracting(StoredCodebaseSession::minutes)
                    .containsExactly(33, 34);
            assertThat(printed().lines()).hasSize(2);
        }
    }

    private static void logAnHour(LiveTimerSimulator liveTimer) {
        LogAnHour.main(new String[] {
            url(liveTimer), liveTimer.username(), liveTimer.password(), "28", "2024-06-03", "Wrote the minutes"
        });
    }

    @Test
    void saysWhatIsWrongWithAnHourThatWasNeverSent() {
        try (LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
            LogAnHour.main(new String[] {
                url(liveTimer), liveTimer.username(), liveTimer.password(), "harbour", "2024-06-03", "Wrote the minutes"
            });
            assertThat(printed()).startsWith("Not logged (invalid before any request): project");
            assertThat(liveTimer.requests().count()).isZero();
        }
    }

    private static void add(TeamworkSimulator teamwork, long project, String start, int minutes, boolean billable) {
        teamwork.add(StoredTeamworkEntry.builder(999, project, Instant.parse(start), minutes)
                .billable(billable)
                .build());
    }

    private static String url(Simulator<?> simulator) {
        return simulator.url().toString();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
