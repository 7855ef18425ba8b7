package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** There and back: what both services can hold is what it was. */
final class RoundTripTest {
    private static final long SEED = 7;
    private static final int ENTRIES = 50;
    private static final LocalTime POLICY = LocalTime.of(9, 0);

    @TempDir
    Path directory;

    /** What a round trip can leave of an entry; null and empty where it cannot. */
    private record Kept(
            String person,
            String project,
            @Nullable Boolean onTask,
            String activity,
            LocalDate day,
            @Nullable LocalDateTime start,
            long minutes,
            String note) {}

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "codebase, teamwork", "codebase, teampulse", "codebase, livetimer",
        "teamwork, codebase", "teamwork, teampulse", "teamwork, livetimer",
        "teampulse, codebase", "teampulse, teamwork", "teampulse, livetimer",
        "livetimer, codebase", "livetimer, teamwork", "livetimer, teampulse"
    })
    void comesBackAsItWasButForWhatEitherServiceCannotHold(String home, String away) {
        try (RouteSide start = RouteSide.start(home);
                RouteSide middle = RouteSide.start(away);
                RouteSide end = RouteSide.start(home)) {
            start.seed(SEED, ENTRIES);
            CommandRun there = new Route(start, middle, directory.resolve("there")).migrate();
            assertThat(there.code()).as("%s%s", there.err(), there.out()).isZero();
            CommandRun back = new Route(middle, end, directory.resolve("back")).migrate();
            assertThat(back.code()).as("%s%s", back.err(), back.out()).isZero();

            List<Kept> expected =
                    start.works().stream().map(work -> kept(work, home, away)).toList();
            assertThat(end.works().stream().map(work -> kept(work, home, away)))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** The same for what left and what came back: what one leg fills in, it fills in of either. */
    private static Kept kept(Work work, String home, String away) {
        List<String> both = List.of(home, away);
        boolean hasActivities = both.containsAll(List.of("teampulse", "livetimer"));
        boolean hasTasksOrNone = both.containsAll(List.of("teamwork", "livetimer"));
        boolean byNewYork = both.contains("teamwork");
        return new Kept(
                work.person().isEmpty() ? "0" : work.person(),
                work.project().isEmpty() ? "A" : work.project(),
                hasTasksOrNone ? work.onTask() : null,
                !hasActivities ? "" : work.activity().isEmpty() ? "0" : work.activity(),
                byNewYork && hasTasksOrNone ? work.dayInNewYork() : work.day(),
                start(work, both),
                work.minutes(),
                note(work, both));
    }

    /** Only Teamwork and LiveTimer keep one; what comes to Teamwork without gets one by the policy. */
    private static @Nullable LocalDateTime start(Work work, List<String> both) {
        if (!both.containsAll(List.of("teamwork", "livetimer"))) {
            return null;
        }
        LocalDateTime start = work.startInNewYork();
        return start == null ? work.day().atTime(POLICY) : start;
    }

    private static String note(Work work, List<String> both) {
        String note = Normalizer.normalize(work.note().replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
        if (both.contains("livetimer")) {
            note = note.replace("]]>", "]] >");
        }
        if (both.contains("teampulse") && note.length() > 128) {
            note = note.substring(0, 128).strip();
        }
        return both.contains("codebase") && note.isEmpty() ? Route.NO_NOTE : note;
    }
}
